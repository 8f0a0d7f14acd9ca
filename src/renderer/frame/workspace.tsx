import { Fragment, useEffect, type ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { BriefPane } from '../brief/brief-pane.tsx'
import { ImportProgress } from '../import/import-progress.tsx'
import { Library } from '../library/library.tsx'
import { Reader } from '../reader/reader.tsx'
import { useCase } from '../state/case/case.ts'
import { useLayout, type Pane } from '../state/window/layout.ts'
import { setPreferences, usePreferences } from '../state/window/preferences.ts'
import { Notices } from './notices.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import './frame.css'

const PANES: Record<Pane, { element: ReactNode; size: string; min: string }> = {
  library: { element: <Library />, size: '276px', min: '200px' },
  // As wide as a line of some 66 characters needs in a window of 1280 pixels.
  reader: { element: <Reader />, size: '44%', min: '320px' },
  brief: { element: <BriefPane />, size: '', min: '320px' }
}

/** The workspace of an open case: library, reader and brief between a bar at the top and one at the bottom. */
export function Workspace() {
  const { hidden, isNarrow, narrow } = useLayout()
  const shown = (['library', 'reader', 'brief'] as const).filter(
    (pane) => !hidden[pane] && (pane === 'library' || !isNarrow || pane === narrow)
  )
  useEffect(() => {
    if (useCase.getState().sources.length === 0) document.querySelector<HTMLElement>('[data-pane="reader"]')?.focus()
  }, [])
  return (
    <div className="workspace">
      <TopBar />
      <Notices />
      <main className="panes">
        <Panes key={shown.join(' ')} shown={shown} />
      </main>
      <StatusBar />
      <ImportProgress />
    </div>
  )
}

function Panes({ shown }: { shown: Pane[] }) {
  const name = shown.join('+')
  const kept = usePreferences.getState().layout[name]
  const sizes = kept?.length === shown.length ? kept : undefined
  return (
    <Group
      orientation="horizontal"
      className="pane-group"
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
            {...(PANES[pane].size && !sizes && shown.length === 3 ? { defaultSize: PANES[pane].size } : {})}
            {...(pane === 'library' ? { groupResizeBehavior: 'preserve-pixel-size' as const } : {})}
          >
            {PANES[pane].element}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}
