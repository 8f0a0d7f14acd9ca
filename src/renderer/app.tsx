import { useEffect } from 'react'
import type { EventData, EventName } from '../shared/api/contract.ts'
import { Dialogs } from './frame/dialogs.tsx'
import { DropFiles } from './import/drop-files.tsx'
import { Toasts } from './frame/toasts.tsx'
import { startCommands } from './frame/dispatch.ts'
import { Workspace } from './frame/workspace.tsx'
import { startFeatures } from './registry/feature.ts'
import { StartScreen } from './start/start-screen.tsx'
import { startFocusKeeper } from './ui/focus-keeper.ts'
import { listen } from './state/window/bridge.ts'
import { receiveNotice, receiveQuote, receiveRow, receiveRows, useCase } from './state/case/case.ts'
import { useLayout } from './state/window/layout.ts'
import { loadPreferences } from './state/window/preferences.ts'
import { openForWriting, startCase } from './state/session/open-case.ts'
import { caseFollowed } from './state/session/session.ts'

/** Hears what main tells of the open case. What comes after it was put away is dropped. */
function whileOpen<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void {
  return listen(name, (data) => {
    if (useCase.getState().phase === 'open') listener(data)
  })
}

/** The whole window: the start screen, or the workspace of the open case, with what lies above them. */
export function App() {
  const phase = useCase((state) => state.phase)
  const isCovered = useLayout((state) => state.isCovered)
  useEffect(() => {
    const leave = [
      startFocusKeeper(),
      startFeatures(),
      startCommands(),
      whileOpen('source.row', receiveRow),
      whileOpen('source.rows', ({ rows, removed }) => receiveRows(rows, removed)),
      whileOpen('case.notice', ({ notice }) => receiveNotice(notice)),
      whileOpen('case.followed', ({ conflictCopies }) => caseFollowed(conflictCopies)),
      whileOpen('case.others', ({ others }) => useCase.setState({ others })),
      whileOpen('case.free', () => void openForWriting()),
      whileOpen('quote.changed', receiveQuote)
    ]
    void loadPreferences()
    void startCase()
    return () => {
      for (const stop of leave) stop()
    }
  }, [])
  return (
    <>
      {phase === 'open' ? <Workspace /> : phase === 'starting' ? null : <StartScreen />}
      <DropFiles />
      <Dialogs />
      <Toasts />
      {isCovered && (
        <p className="window-cover" role="status">
          The case is being saved and locked…
        </p>
      )}
    </>
  )
}
