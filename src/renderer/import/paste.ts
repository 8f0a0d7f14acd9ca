import { htmlToText } from '../ui/html-text.ts'
import { isTyping } from '../ui/typing.ts'
import { useCase } from '../state/case/case.ts'
import { showDialog, useDialog } from '../state/window/dialogs.ts'
import { showMessage } from '../state/window/toasts.ts'

const ADDRESS = /^https?:\/\/\S+$/

/** The address from which a piece of markup was copied, where the clipboard says so. */
export function addressOf(html: string): string | null {
  const source = /SourceURL:(\S+)/.exec(html)?.[1]
  return source && ADDRESS.test(source) ? source : null
}

function offer(text: string, html: string): void {
  const markup = html.trim() === '' ? null : html
  const words = text.trim() === '' && markup ? htmlToText(markup) : text
  if (words.trim() === '') {
    showMessage('There is no text on the clipboard. Copy an article first.')
    return
  }
  showDialog({ kind: 'paste', text: words, html: markup, url: markup && addressOf(markup) })
}

/** Offers to import what is pasted outside all fields, until the returned function is called. */
export function takePastes(): () => void {
  window.addEventListener('paste', onPaste)
  return () => window.removeEventListener('paste', onPaste)
}

function onPaste(event: ClipboardEvent): void {
  if (event.defaultPrevented || isTyping(event.target) || useDialog.getState().dialog) return
  const { phase, readOnly } = useCase.getState()
  if (phase !== 'open' || readOnly || !event.clipboardData) return
  event.preventDefault()
  offer(event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html'))
}

/** Offers to import what is on the clipboard. */
export async function pasteToImport(): Promise<void> {
  try {
    const items = await navigator.clipboard.read()
    const read = async (type: string): Promise<string> => {
      const item = items.find((candidate) => candidate.types.includes(type))
      return item ? (await item.getType(type)).text() : ''
    }
    offer(await read('text/plain'), await read('text/html'))
  } catch {
    // Reading the clipboard needs a permission that the window may lack; pasting by keys never does.
    showMessage('The clipboard can only be read when you paste: click into the library and press Ctrl+V.')
  }
}
