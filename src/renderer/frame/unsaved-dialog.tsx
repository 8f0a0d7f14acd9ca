import { flushBrief } from '../state/brief/brief.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** What can't be done while something is unsaved, and what to do about it. */
export function UnsavedDialog({ act, proceed }: { act: 'Close' | 'Lock'; proceed: () => void }) {
  return (
    <Dialog
      title="The last changes aren’t saved"
      onClose={closeDialog}
      actions={
        <>
          <Button look="danger" onPress={proceed}>
            {act} and lose them
          </Button>
          <Button look="outline" onPress={closeDialog}>
            Stay
          </Button>
          <Button
            look="primary"
            autoFocus
            onPress={() => {
              void flushBrief().then((saved) => {
                if (saved) proceed()
              })
            }}
          >
            Try again
          </Button>
        </>
      }
    >
      <p>
        The brief could not be written to disk. Its text is still in this window
        {act === 'Lock' && ', so the case isn’t locked'}. You can stay, copy it elsewhere, or try again.
      </p>
    </Dialog>
  )
}
