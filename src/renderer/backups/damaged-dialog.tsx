import type { Failure } from '../../shared/errors/errors.ts'
import { closeDialog, showDialog, type Located } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** A case that can't be opened because it is damaged, and the way to its backups. */
export function DamagedDialog({ folder, failure }: { folder: Located; failure: Failure }) {
  return (
    <Dialog
      title="The case can’t be opened"
      onClose={closeDialog}
      actions={
        <>
          <Button look="outline" onPress={closeDialog}>
            Cancel
          </Button>
          <Button look="primary" autoFocus onPress={() => showDialog({ kind: 'backups', of: folder })}>
            Restore from a backup…
          </Button>
        </>
      }
    >
      <p className="failure" role="alert">
        {failure.message}
      </p>
      <p className="path">{folder.path}</p>
    </Dialog>
  )
}
