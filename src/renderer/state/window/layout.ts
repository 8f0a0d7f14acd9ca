import type { ComponentType } from 'react'
import { create } from 'zustand'

export type Pane = 'library' | 'reader' | 'brief'
export type LibraryTab = 'sources' | 'quotes' | 'outline'

interface LayoutState {
  hidden: Record<Pane, boolean>
  tab: LibraryTab
  /** Which of the two shows when the window is too narrow for both. */
  narrow: 'reader' | 'brief'
  /** True while the window is too narrow for reader and brief side by side. */
  isNarrow: boolean
  /** What takes the library's place while it is looked at, as the results of a verification do. */
  panel: ComponentType | null
}

const narrow = window.matchMedia('(max-width: 1099px)')

export const useLayout = create<LayoutState>(() => ({
  hidden: { library: false, reader: false, brief: false },
  tab: 'sources',
  narrow: 'reader',
  isNarrow: narrow.matches,
  panel: null
}))

narrow.addEventListener('change', () => useLayout.setState({ isNarrow: narrow.matches }))

/** Shows a pane if it is hidden, by the user or by want of room. */
export function revealPane(pane: Pane): void {
  useLayout.setState((state) => ({
    hidden: { ...state.hidden, [pane]: false },
    ...(pane === 'library' ? {} : { narrow: pane })
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

/** Shows a panel in the library's place. */
export function showPanel(panel: ComponentType): void {
  revealPane('library')
  useLayout.setState({ panel })
}

/** Shows the library again. */
export function closePanel(): void {
  useLayout.setState({ panel: null })
}

/** The element that takes the focus when a pane is entered by F6 or by a jump. */
export function focusPane(pane: Pane): void {
  const region = document.querySelector<HTMLElement>(`[data-pane='${pane}']`)
  const target = region?.querySelector<HTMLElement>('[data-pane-focus]') ?? region
  target?.focus({ preventScroll: true })
}
