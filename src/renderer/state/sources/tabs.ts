import { useCase } from '../case/case.ts'
import { forgetWithCase } from '../window/forget.ts'
import { focusedPane, focusPaneSoon, revealPane } from '../window/layout.ts'
import { announce } from '../window/toasts.ts'
import { openIn } from './reader.ts'
import { activeReader, NOTHING_READ, otherSide, READERS, SIDES, useSides, type ReaderStore } from './readers.ts'
import { tabBeside, withoutTabs } from './tab-list.ts'

/** Tabs that were closed, the last one last. */
const closed: string[] = []
const MOST_CLOSED = 30

forgetWithCase(() => {
  closed.length = 0
})

/** Lets the text have the focus that the reader has, or had until what it stood on went. */
function focusText(): void {
  const pane = focusedPane()
  if (pane === null || pane === 'reader') focusPaneSoon('reader')
}

/** Shows a tab of a side. */
export function showTabOf(reader: ReaderStore, id: string): void {
  void openIn(reader, id).then(focusText)
}

/** Goes to the tab to the right, or to the left. */
export function stepTab(by: 1 | -1): void {
  const reader = activeReader()
  const { tabs, sourceId } = reader.getState()
  const next = tabBeside(tabs, sourceId, by)
  if (next === null) return announce('No other source is open here.')
  revealPane('reader')
  showTabOf(reader, next)
}

/** Closes a tab of a side. The source that was read before is shown then; a side of which nothing is left goes. */
export function closeTab(reader: ReaderStore, id: string): void {
  closed.push(id)
  if (closed.length > MOST_CLOSED) closed.shift()
  void takeAway(reader, new Set([id])).then(focusText)
}

/** Opens the tab again that was closed last, and that the case still has. */
export function reopenTab(): void {
  const { sources } = useCase.getState()
  for (let id = closed.pop(); id !== undefined; id = closed.pop()) {
    if (!sources.some((row) => row.id === id)) continue
    revealPane('reader')
    return showTabOf(activeReader(), id)
  }
  announce('No tab was closed.')
}

/** Shows sources no more: they were put into the trash. */
export function closeSources(ids: readonly string[]): void {
  const gone = new Set(ids)
  for (const side of SIDES.toReversed()) {
    const reader = READERS[side]
    const { tabs, sourceId } = reader.getState()
    if (tabs.ids.some((id) => gone.has(id)) || (sourceId !== null && gone.has(sourceId))) void takeAway(reader, gone)
  }
}

/** Resolves when what is shown then is there. */
async function takeAway(reader: ReaderStore, gone: ReadonlySet<string>): Promise<void> {
  const { tabs: before, sourceId, details, originalPlace } = reader.getState()
  const tabs = withoutTabs(before, gone)
  if (sourceId === null || !gone.has(sourceId)) return reader.setState({ tabs })
  const [next] = tabs.used
  if (next === undefined && useSides.getState().two) return closeSide(reader)
  reader.setState({ ...NOTHING_READ, details, originalPlace, tabs })
  if (next !== undefined) await openIn(reader, next)
}

/** Leaves the other side alone on the screen. */
function closeSide(reader: ReaderStore): void {
  // What is left stands at the first side.
  if (reader === READERS.first) READERS.first.setState(READERS.second.getState())
  READERS.second.setState(NOTHING_READ)
  useSides.setState({ active: 'first', two: false })
}

/** Shows a source beside the one that one reads: at the other side, which comes if there is none. One goes there. */
export async function openBeside(id: string): Promise<void> {
  const { active, two } = useSides.getState()
  const { sourceId } = activeReader().getState()
  revealPane('reader')
  // Beside nothing it stands alone.
  const side = sourceId === null && !two ? active : otherSide(active)
  const inReader = focusedPane() === 'reader'
  useSides.setState({ active: side, two: two || side === 'second' })
  await openIn(READERS[side], id)
  if (inReader) focusPaneSoon('reader')
}

/** Shows the source that one reads beside the one that was read before it, or that side alone again. */
export function splitReader(): void {
  const { active, two } = useSides.getState()
  revealPane('reader')
  if (two) {
    closeSide(READERS[otherSide(active)])
    announce('One source shows.')
    return focusText()
  }
  const { tabs, sourceId } = activeReader().getState()
  const beside = tabs.used.find((id) => id !== sourceId) ?? sourceId
  if (beside === null) return
  void openBeside(beside)
  announce('Two sources show side by side.')
}
