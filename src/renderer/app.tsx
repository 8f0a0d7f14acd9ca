import { useEffect } from 'react'
import { startEditor } from './brief/editor.ts'
import { Dialogs } from './frame/dialogs.tsx'
import { DropFiles } from './import/drop-files.tsx'
import { Toasts } from './frame/toasts.tsx'
import { startCommands } from './frame/commands.ts'
import { startClosing } from './frame/closing.ts'
import { Workspace } from './frame/workspace.tsx'
import { StartScreen } from './start/start-screen.tsx'
import { listen } from './state/bridge.ts'
import { receiveQuote, receiveRow, receiveRows, useCase } from './state/case.ts'
import { followImport } from './state/import.ts'
import { loadPreferences } from './state/preferences.ts'
import { startCase } from './state/session.ts'

/** The whole window: the start screen, or the workspace of the open case, with what lies above them. */
export function App() {
  const phase = useCase((state) => state.phase)
  useEffect(() => {
    const leave = [
      startEditor(),
      startCommands(),
      startClosing(),
      followImport(),
      listen('source.row', receiveRow),
      listen('source.rows', ({ rows, removed }) => receiveRows(rows, removed)),
      listen('case.notice', ({ notice }) => useCase.setState(({ notices }) => ({ notices: [...notices, notice] }))),
      listen('case.followed', () => useCase.setState({ following: false })),
      listen('quote.changed', receiveQuote)
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
    </>
  )
}
