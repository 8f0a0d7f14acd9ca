import { Fragment, useEffect, useRef, type ReactNode } from 'react'
import {
  Group,
  Panel,
  Separator,
  useGroupRef,
  usePanelRef,
  type GroupImperativeHandle,
  type PanelImperativeHandle
} from 'react-resizable-panels'
import { BriefPane } from '../brief/brief-pane.tsx'
import { EvidencePane } from '../evidence/evidence-pane.tsx'
import { ImportPanel } from '../import/import-panel.tsx'
import { RecognitionPanel } from '../recognition/recognition-panel.tsx'
import { Library } from '../library/library.tsx'
import { Reader } from '../reader/reader.tsx'
import { useCase } from '../state/case/case.ts'
import { useLayout, type Pane } from '../state/window/layout.ts'
import { setPreferences, usePreferences } from '../state/window/preferences.ts'
import { useInTurn } from './in-turn.ts'
import { Notices } from './notices.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import './frame.css'

const PANES: Record<Pane, { element: ReactNode; size: string; min: string }> = {
  library: { element: <Library />, size: '276px', min: '200px' },
  // As wide as a line of some 66 characters needs in a window of 1280 pixels.
  reader: { element: <Reader />, size: '44%', min: '320px' },
  brief: { element: <BriefPane />, size: '', min: '320px' },
  evidence: { element: <EvidencePane />, size: '280px', min: '220px' }
}

const PANE_COUNT = Object.keys(PANES).length

/** The workspace of an open case: library, reader and brief between a bar at the top and one at the bottom. */
export function Workspace() {
  const { hidden, isNarrow, isTight, narrow, panel } = useLayout()
  const alone = panel !== null && isTight
  const panes = (['library', 'reader', 'brief'] as const).filter((pane) =>
    alone ? pane === 'library' : !hidden[pane] && (pane === 'library' || !isNarrow || pane === narrow)
  )
  const withEvidence = !hidden.evidence && panes.includes('brief')
  // Where three don't fit, the brief has what it is written from beside it.
  const shown: Pane[] = withEvidence ? [...panes.filter((pane) => !isTight || pane !== 'library'), 'evidence'] : panes
  // The bars first, then pane after pane, and in a turn of its own what waits for all of them.
  const turns = PANE_COUNT + 2
  const drawn = useInTurn(turns)
  const isDrawn = drawn === turns
  useEffect(() => {
    if (!isDrawn) return
    useLayout.setState({ isDrawn })
    const { activeElement } = document
    const isFree = activeElement === null || activeElement === document.body
    if (isFree && useCase.getState().sources.length === 0)
      document.querySelector<HTMLElement>('[data-pane="reader"]')?.focus()
    return () => useLayout.setState({ isDrawn: false })
  }, [isDrawn])
  return (
    <div className="workspace">
      {drawn > 0 && <TopBar />}
      <Notices />
      <main className="panes">
        <Panes key={shown.join(' ')} shown={shown} drawn={drawn - 1} docked={panel !== null} />
      </main>
      <div className="strips">
        <ImportPanel />
        <RecognitionPanel />
      </div>
      <StatusBar />
    </div>
  )
}

/** What the library's place measures while a panel is docked there, in CSS pixels, and what the library keeps. */
const PANEL_WIDTH = '440px'

/** Gives the library's place a width in CSS pixels. What the other panes lose or win by it they share as they stand to one another. */
function shareOut(group: GroupImperativeHandle | null, library: PanelImperativeHandle | null, width: string): void {
  const now = library?.getSize()
  if (!group || !now || now.inPixels === 0) return
  const share = Math.min(60, (Number.parseFloat(width) / now.inPixels) * now.asPercentage)
  const factor = (100 - share) / (100 - now.asPercentage)
  const sizes = Object.entries(group.getLayout()).map(([pane, size]) => [
    pane,
    pane === 'library' ? share : size * factor
  ])
  group.setLayout(Object.fromEntries(sizes) as Record<string, number>)
}

/** The panes side by side. Their sizes are remembered, those beside a docked panel on their own. */
function Panes({ shown, drawn, docked }: { shown: Pane[]; drawn: number; docked: boolean }) {
  const nameOf = (withPanel: boolean): string =>
    shown.map((pane) => (pane === 'library' && withPanel ? 'panel' : pane)).join('+')
  const name = nameOf(docked)
  const keptAs = (kept: string): number[] | undefined => {
    const sizes = usePreferences.getState().layout[kept]
    return sizes?.length === shown.length ? sizes : undefined
  }
  const sizes = keptAs(name)
  const group = useGroupRef()
  const library = usePanelRef()
  const before = useRef(docked)
  useEffect(() => {
    if (before.current === docked || shown.length < 2 || shown[0] !== 'library') return
    before.current = docked
    // Without drawing the panes anew: what is read and written beside it stays where it is.
    const kept = keptAs(nameOf(docked))
    if (kept) group.current?.setLayout(Object.fromEntries(shown.map((pane, index) => [pane, kept[index]!])))
    else shareOut(group.current, library.current, docked ? PANEL_WIDTH : PANES.library.size)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a pane that is shown or hidden draws all of this anew
  }, [docked])
  return (
    <Group
      orientation="horizontal"
      className="pane-group"
      groupRef={group}
      {...(sizes ? { defaultLayout: Object.fromEntries(shown.map((pane, index) => [pane, sizes[index]!])) } : {})}
      onLayoutChanged={(layout, meta) => {
        if (!meta.isUserInteraction) return
        const { layout: all } = usePreferences.getState()
        setPreferences({ layout: { ...all, [name]: shown.map((pane) => layout[pane] ?? 0) } })
      }}
    >
      {shown.map((pane, index) => (
        <Fragment key={pane}>
          {index > 0 && <Separator className="pane-line" aria-label={`Width of the ${shown[index - 1]}`} />}
          <Panel
            id={pane}
            minSize={PANES[pane].min}
            {...(PANES[pane].size && !sizes && (pane !== 'reader' || shown.length === 3)
              ? { defaultSize: pane === 'library' && docked ? PANEL_WIDTH : PANES[pane].size }
              : {})}
            {...(pane === 'library' ? { panelRef: library } : {})}
            {...(pane === 'library' || pane === 'evidence'
              ? { groupResizeBehavior: 'preserve-pixel-size' as const }
              : {})}
          >
            {index < drawn && PANES[pane].element}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}
