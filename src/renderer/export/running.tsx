import type { ExportProgress } from '../../shared/composition/export-report.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

const STAGES: Record<ExportProgress['stage'], string> = {
  verify: 'Verifying the quotes…',
  layout: 'Setting the text…',
  paint: 'Drawing the pages…',
  'read-back': 'Reading the file back…',
  write: 'Writing the file…'
}

/** How far an export is. */
export function Running(props: {
  title: string
  the: string
  progress: ExportProgress | null
  cancelling: boolean
  onCancel: () => void
}) {
  const percent = Math.round((props.progress?.fraction ?? 0) * 100)
  return (
    <Dialog
      title={props.title}
      onClose={closeDialog}
      held={`${props.the} is being written. To stop it, choose Cancel: then nothing appears at the chosen place.`}
      actions={
        <Button look="outline" isDisabled={props.cancelling} onPress={props.onCancel}>
          {props.cancelling ? 'Cancelling…' : 'Cancel'}
        </Button>
      }
    >
      <p role="status">{props.progress ? STAGES[props.progress.stage] : 'Starting…'}</p>
      <div
        className="progress"
        role="progressbar"
        aria-label="Export"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div style={{ width: `${percent}%` }} />
      </div>
      <p className="hint">
        Nothing appears at the chosen place before {props.the.replace(/^The/, 'the')} is complete and checked.
      </p>
    </Dialog>
  )
}
