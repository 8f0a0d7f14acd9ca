import type { ComponentType } from 'react'
import { create } from 'zustand'

export type Pane = 'library' | 'reader' | 'brief' | 'evidence'
export type LibraryTab = 'sources' | 'quotes' | 'outline'

/** What can take the library's place. */
export type PanelView = ComponentType

interface LayoutState {
  hidden: Record<Pane, boolean>
  tab: LibraryTab
  /** Which of the two shows when the window is too narrow for both. */
  narrow: 'reader' | 'brief'
  /** True while the window is too narrow for reader and brief side by side. */
  isNarrow: boolean
  /** True while it is too narrow for a panel beside a pane. */
  isTight: boolean
  /** What takes the library's place while it is looked at, as the results of a verification do. */
  panel: PanelView | null
  /** True while all panes of the open case that show are on the page: they come one after the other. */
  isDrawn: boolean
  /** True while the case is being locked: what stands in the window is covered at once, however long saving takes. */
  isCovered: boolean
  /** True from when what was open in the case is being opened again: until then nobody knows whether nothing is. */
  isRestored: boolean
}

const narrow = window.matchMedia('(max-width: 1099px)')
const tight = window.matchMedia('(max-width: 799px)')

export const useLayout = create<LayoutState>(() => ({
  hidden: { library: false, reader: false, brief: false, evidence: true },
  tab: 'sources',
  narrow: 'reader',
  isNarrow: narrow.matches,
  isTight: tight.matches,
  panel: null,
  isDrawn: false,
  isCovered: false,
  isRestored: false
}))

narrow.addEventListener('change', () => useLayout.setState({ isNarrow: narrow.matches }))
tight.addEventListener('change', () => useLayout.setState({ isTight: tight.matches }))

/** Resolves when the panes of the open case are on the page. */
export function panesDrawn(): Promise<void> {
  return new Promise((resolve) => {
    if (useLayout.getState().isDrawn) return resolve()
    const leave = useLayout.subscribe(({ isDrawn }) => {
      if (!isDrawn) return
      leave()
      resolve()
    })
  })
}

/** Shows a pane if it is hidden, by the user or by want of room. */
export function revealPane(pane: Pane): void {
  // The evidence stands beside the brief, and nowhere without it.
  const main = pane === 'evidence' ? 'brief' : pane
  useLayout.setState((state) => ({
    hidden: { ...state.hidden, [main]: false, [pane]: false },
    ...(main === 'library' ? {} : { narrow: main, ...(state.isTight ? { panel: null } : {}) })
  }))
}

/** Shows or hides a pane; reader and brief never go both. */
export function togglePane(pane: Pane): void {
  useLayout.setState((state) => {
    const hidden = { ...state.hidden, [pane]: !state.hidden[pane] }
    if (hidden.reader && hidden.brief) hidden[pane === 'reader' ? 'brief' : 'reader'] = false
    return { hidden }
  })
}

/** Shows a tab of the library. */
export function showTab(tab: LibraryTab): void {
  revealPane('library')
  useLayout.setState({ tab, panel: null })
}

/** What had the focus before a panel was shown. */
let opener: Element | null = null

/** Shows a panel in the library's place and gives it the focus. */
export function showPanel(panel: PanelView): void {
  if (useLayout.getState().panel === null) opener = document.activeElement
  revealPane('library')
  useLayout.setState({ panel })
  focusPaneSoon('library')
}

/** Shows the library again. A focus that was in the panel goes back to where it was before; else to the library. */
export function closePanel(): void {
  const inPanel = focusedPane() === 'library' || document.activeElement === document.body
  awaited++
  useLayout.setState({ panel: null })
  const to = opener
  opener = null
  if (!inPanel) return
  requestAnimationFrame(() => {
    if (to instanceof HTMLElement && to !== document.body) to.focus({ preventScroll: true })
    if (document.activeElement !== to) focusPaneSoon('library')
  })
}

/** How often a pane was to have the focus soon, or was no more. */
let awaited = 0

/** Gives a pane the focus once it is drawn as it was last changed, unless one has clicked somewhere by then or another pane is to have it. */
export function focusPaneSoon(pane: Pane): void {
  const turn = ++awaited
  const forget = (): void => void awaited++
  window.addEventListener('pointerdown', forget, { capture: true, once: true })
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      window.removeEventListener('pointerdown', forget, { capture: true })
      if (turn === awaited) focusPane(pane)
    })
  )
}

/** The pane that has the focus. */
export function focusedPane(): Pane | null {
  const pane = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane']
  return (pane as Pane | undefined) ?? null
}

/** Lets a pane itself have the focus that something in it has, which is about to go: else it would be nowhere, and keys with it. */
export function holdFocus(pane: Pane): void {
  if (focusedPane() === pane)
    document.querySelector<HTMLElement>(`[data-pane='${pane}']`)?.focus({ preventScroll: true })
}

/** The element that takes the focus when a pane is entered by F6 or by a jump. */
export function focusPane(pane: Pane): void {
  const region = document.querySelector<HTMLElement>(`[data-pane='${pane}']`)
  // Of a pane's two sides the one at which one is.
  const target =
    region?.querySelector<HTMLElement>('[data-active] [data-pane-focus]') ??
    region?.querySelector<HTMLElement>('[data-pane-focus]') ??
    region
  target?.focus({ preventScroll: true })
}
