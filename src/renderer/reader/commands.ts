import { runCommand, type Command } from '../registry/command.ts'
import { all } from '../registry/condition.ts'
import { caseWritable, sourceShown } from '../registry/conditions.ts'
import { useDialog } from '../state/window/dialogs.ts'
import { revealPane } from '../state/window/layout.ts'
import { useReader } from '../state/sources/reader.ts'
import { isTyping } from '../ui/typing.ts'
import { quoteSelection, quoteSelectionIntoBrief } from './actions.ts'

/** A source is shown that can be quoted. */
const quotable = all(caseWritable, sourceShown)

const quote: Command = {
  id: 'quote',
  title: 'Quote the selection',
  keys: 'Mod Shift Q',
  when: quotable,
  run: quoteSelection
}

export const commands: Command[] = [
  quote,
  {
    id: 'quote-into-brief',
    title: 'Quote into brief',
    keys: 'Mod Shift I',
    when: quotable,
    run: quoteSelectionIntoBrief
  },
  {
    id: 'find',
    title: 'Find in the open source',
    menu: { place: 'edit/find', label: 'Find…' },
    keys: 'Mod F',
    when: sourceShown,
    run: () => {
      revealPane('reader')
      useReader.setState({ finding: true })
    }
  }
]

/** Quotes by a single letter while the reader has the focus, in addition to its chord, until the returned function is called. */
export function takeLetters(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || useDialog.getState().dialog) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'q') return
    const inReader = event.target instanceof Element && event.target.closest('[data-pane="reader"]')
    const selected = useReader.getState().selection !== null
    if (isTyping(event.target) || !(inReader || (selected && event.target === document.body))) return
    event.preventDefault()
    runCommand(quote)
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
