import { runCommand, type Command, type SubjectCommand } from '../registry/command.ts'
import { canShowOriginal, toggleOriginal } from '../parts/original/original-state.ts'
import { all, when } from '../registry/condition.ts'
import { caseOpen, caseWritable, sourceShown } from '../registry/conditions.ts'
import { useDialog } from '../state/window/dialogs.ts'
import { revealPane } from '../state/window/layout.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { activeReader, useReader } from '../state/sources/readers.ts'
import { closeTab, openBeside, reopenTab, splitReader, stepTab } from '../state/sources/tabs.ts'
import { announce } from '../state/window/toasts.ts'
import { isTyping } from '../ui/typing.ts'
import { quoteSelection, quoteSelectionIntoBrief } from './actions.ts'
import { stepQuote } from './highlights.ts'
import { MARK_LETTERS, markCommands } from './mark-commands.ts'

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
  p: () => stepOrSay(false),
  ...MARK_LETTERS
}

/** A tab can be closed: something is open, be it in vain. */
const tabOpen = all(
  caseOpen,
  when(useReader, ({ sourceId }) => sourceId !== null)
)
/** Another tab can be gone to. */
const severalTabs = all(
  caseOpen,
  when(useReader, ({ tabs }) => tabs.ids.length > 1)
)

export const commands: Command[] = [
  quote,
  ...markCommands,
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
  },
  {
    id: 'next-tab',
    title: 'Next open source',
    menu: { place: 'view/go', label: 'Next Open Source', order: 1 },
    keys: 'Ctrl Tab',
    when: severalTabs,
    run: () => stepTab(1)
  },
  {
    id: 'previous-tab',
    title: 'Previous open source',
    menu: { place: 'view/go', label: 'Previous Open Source', order: 1 },
    keys: 'Ctrl Shift Tab',
    when: severalTabs,
    run: () => stepTab(-1)
  },
  {
    id: 'close-tab',
    title: 'Close the open source',
    menu: { place: 'view/go', label: 'Close the Source', order: 1 },
    keys: 'Mod W',
    when: tabOpen,
    run: () => closeTab(activeReader(), useReader.getState().sourceId!)
  },
  {
    id: 'reopen-tab',
    title: 'Open the source again that was closed last',
    menu: { place: 'view/go', label: 'Reopen the Closed Source', order: 1 },
    keys: 'Mod Shift T',
    when: caseOpen,
    run: reopenTab
  },
  {
    id: 'two-sources',
    title: 'Show two sources side by side, or one alone',
    menu: { place: 'view/show', label: 'Two Sources Side by Side' },
    keys: 'Mod Alt B',
    when: tabOpen,
    run: splitReader
  }
]

const keyOfSource = (id: string): string => sourceRow(useCase.getState().sources, id)?.key ?? 'the source'

/** What can be done with a source anywhere. */
export const sourceCommands: SubjectCommand[] = [
  {
    id: 'open-beside',
    part: 'go',
    keys: 'Mod Enter',
    title: (id) => `Open ${keyOfSource(id)} beside`,
    run: openBeside
  }
]

/** What can be done with a quote anywhere. */
export const quoteCommands: SubjectCommand[] = [
  {
    id: 'open-source-of-quote-beside',
    part: 'go',
    title: (id) => `Open ${keyOfSource(sourceOf(id) ?? '')} beside`,
    fits: (id) => sourceOf(id) !== undefined,
    run: (id) => void openBeside(sourceOf(id)!)
  }
]

function sourceOf(quoteId: string): string | undefined {
  return useCase.getState().quotes.get(quoteId)?.sourceId
}

/** Shows the field for what is looked for in the open source, or gives it the focus. */
export function openFind(): void {
  revealPane('reader')
  if (useReader.getState().finding) focusFind()
  useReader.setState({ finding: true })
}

function focusFind(): void {
  const field = document.querySelector<HTMLInputElement>('[data-pane="reader"] [data-active] .find-row input')
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
