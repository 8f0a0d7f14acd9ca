import { runCommand, type Command } from '../registry/command.ts'
import { all } from '../registry/condition.ts'
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

const nextQuote: Command = {
  id: 'next-quote',
  title: 'Next quote in the open source',
  keys: 'Mod Alt N',
  when: sourceShown,
  run: () => stepOrSay(true)
}

const previousQuote: Command = {
  id: 'previous-quote',
  title: 'Previous quote in the open source',
  keys: 'Mod Alt P',
  when: sourceShown,
  run: () => stepOrSay(false)
}

function stepOrSay(forward: boolean): void {
  revealPane('reader')
  if (!stepQuote(forward)) announce(forward ? 'No quote follows.' : 'No quote stands before this.')
}

/** What a single letter does while the reader has the focus, in addition to its chord. */
const LETTERS: Readonly<Record<string, Command>> = { q: quote, n: nextQuote, p: previousQuote }

export const commands: Command[] = [
  quote,
  nextQuote,
  previousQuote,
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

/** Takes single letters while the reader has the focus, until the returned function is called. */
export function takeLetters(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || useDialog.getState().dialog) return
    const command = LETTERS[event.key.toLowerCase()]
    if (event.ctrlKey || event.metaKey || event.altKey || !command) return
    const inReader = event.target instanceof Element && event.target.closest('[data-pane="reader"]')
    const selected = useReader.getState().selection !== null
    if (isTyping(event.target) || !(inReader || (selected && event.target === document.body))) return
    event.preventDefault()
    runCommand(command)
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
