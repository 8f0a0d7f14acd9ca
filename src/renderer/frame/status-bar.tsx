import { STANDINGS, standingOf, type Standing } from '../../shared/brief/standing.ts'
import { revealNode } from '../state/brief/editor.ts'
import { flushBrief, useBrief } from '../state/brief/brief.ts'
import { doneWords } from '../state/import/import-progress.ts'
import { useCase } from '../state/case/case.ts'
import { useImport } from '../state/import/import.ts'
import type { SaveState } from '../state/brief/save-queue.ts'
import { Button } from '../ui/button.tsx'
import { count, formatTime } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'

/** How quotes of a standing are counted: `2 verbatim`. */
const COUNTED: Record<Standing, string> = {
  verbatim: 'verbatim',
  recognised: 'verbatim in recognised text',
  'recognised-normalised': 'normalised in recognised text',
  normalised: 'normalised',
  altered: 'altered',
  missing: 'missing',
  'text-altered': 'with words as stored, text altered',
  'original-altered': 'with words as stored, original altered',
  'original-missing': 'with words as stored, original missing'
}

/** The truth about the brief at a glance. A click leads to the first place concerned. */
export function StatusBar() {
  const { save, check, fields, phase } = useBrief()
  const readOnly = useCase((state) => state.readOnly)
  const record = useCase((state) => state.record)
  const following = useCase((state) => state.following)
  const unsupported = check?.findings.filter((finding) => finding.code === 'unsupported-statement') ?? []
  const blocks = check?.quotes ?? []
  const by = (standing: Standing) =>
    blocks.filter(({ verification, stored }) => standingOf(verification.state, stored) === standing)
  const go = (id: string | null | undefined): void => {
    if (id != null) revealNode(id)
  }
  return (
    <footer className="status-bar" aria-label="Status">
      {phase === 'shown' && <Saved save={save} readOnly={readOnly} />}
      {check && <span>{count(check.words, 'word')}</span>}
      {check && blocks.length > 0 && (
        <span className="status-quotes">
          {count(blocks.length, 'quote')}:
          {STANDINGS.filter((state) => by(state).length > 0).map((state) => (
            <Button key={state} className={`status ${state}`} onPress={() => go(by(state)[0]?.blockId)}>
              {by(state).length} {COUNTED[state]}
            </Button>
          ))}
        </span>
      )}
      {following && <span>Looking through the case…</span>}
      <FoldedImport />
      <span className="bar-space" />
      {check && unsupported.length > 0 && (
        <Button className="status warn" onPress={() => go(unsupported[0]?.nodeId)}>
          {count(unsupported.length, 'statement')} unsupported
        </Button>
      )}
      {check && check.findings.length === 0 && blocks.length > 0 && <span className="status-ok">✓ All supported</span>}
      {(fields ?? record) && <span>{(fields ?? record)?.tlp}</span>}
      <span title="Dossier has no network access: nothing leaves this machine by itself.">Offline</span>
    </footer>
  )
}

function Saved({ save, readOnly }: { save: SaveState; readOnly: boolean }) {
  if (readOnly) return <span>Read only</span>
  if (save.phase === 'failed') {
    return (
      <span className="status-failed" role="alert">
        <Icon name="warn" /> <b>Not saved.</b> {save.failure.message}
        <Button look="outline" className="small" onPress={() => void flushBrief()}>
          Retry
        </Button>
      </span>
    )
  }
  const words = save.phase !== 'saved' ? 'Saving…' : save.at === null ? 'Saved' : `Saved ${formatTime(save.at)}`
  return (
    <span className="status-saved">
      <span className={`dot ${save.phase}`} aria-hidden="true" />
      {words}
    </span>
  )
}

/** A running import whose panel is folded away; a click unfolds it. */
function FoldedImport() {
  const { visible, folded, progress } = useImport()
  if (!visible || !folded) return null
  const far = progress ? ` ${doneWords(progress)}` : '…'
  return (
    <Button className="status" aria-expanded={false} onPress={() => useImport.setState({ folded: false })}>
      {progress?.paused ? 'Import paused,' : 'Importing'}
      {far}
    </Button>
  )
}
