import { runCommand, type Command } from '../registry/command.ts'
import { canShowOriginal, toggleOriginal } from '../parts/original/original-state.ts'
import { all, when } from '../registry/condition.ts'
import { caseWritable, sourceShown } from '../registry/conditions.ts'
import { useDialog } from '../state/window/dialogs.ts'
import { revealPane } from '../state/window/layout.ts'
import { useReader } from '../state/sources/reader.ts'
import { announce } from '../state/window/toasts.ts'
import { isTyping } from '../ui/typing.ts'
import { quoteSelection, quoteSelectionIntoBrief } from './actions.ts'
import { stepQuote } from './highlights.ts'

/** A source is shown that can be quoted. */
const quotable = all(caseWritable, sourceShown)

const quote: Command = {
  id: 'quote',
  title: 'Quote the selection',
  keys: 'Mod Shift Q',
  when: quotable,
  run: quoteSelection
}

/** Goes to the next quote of the open source, or the one before, and says so when there is none that way. */
export function stepOrSay(forward: boolean): void {
  revealPane('reader')
  if (!stepQuote(forward)) announce(forward ? 'No quote follows.' : 'No quote stands before this.')
}

/** A source is shown whose original can be shown too. */
const originalShowable = all(
  sourceShown,
  when(useReader, ({ source }) => source !== null && canShowOriginal(source.original.mediaType))
)

/** What a single letter does while the reader has the focus, in addition to its chord. */
const LETTERS: Readonly<Record<string, () => void>> = {
  q: () => runCommand(quote),
  n: () => stepOrSay(true),
  p: () => stepOrSay(false)
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
    id: 'original',
    title: 'Show the original beside the text, or hide it',
    menu: { place: 'view/show', label: 'Original of the Source' },
    keys: 'Mod Alt O',
    when: originalShowable,
    run: () => {
      revealPane('reader')
      toggleOriginal()
    }
  },
  {
    id: 'details',
    title: 'Show or hide the details of the source',
    menu: { place: 'view/show', label: 'Details of the Source' },
    keys: 'Mod D',
    area: 'window',
    when: sourceShown,
    run: () => {
      revealPane('reader')
      useReader.setState(({ details }) => ({ details: !details }))
    }
  }
]

/** Shows the field for what is looked for in the open source, or gives it the focus. */
export function openFind(): void {
  revealPane('reader')
  if (useReader.getState().finding) focusFind()
  useReader.setState({ finding: true })
}

function focusFind(): void {
  const field = document.querySelector<HTMLInputElement>('[data-pane="reader"] .find-row input')
  field?.focus()
  field?.select()
}

/** Takes single letters while the reader has the focus, until the returned function is called. */
export function takeLetters(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || useDialog.getState().dialog) return
    const act = LETTERS[event.key.toLowerCase()]
    if (event.ctrlKey || event.metaKey || event.altKey || !act) return
    const inReader = event.target instanceof Element && event.target.closest('[data-pane="reader"]')
    const selected = useReader.getState().selection !== null
    if (isTyping(event.target) || !(inReader || (selected && event.target === document.body))) return
    event.preventDefault()
    act()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
