import { closeDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { NearForms, useNearForms } from '../parts/near-forms.tsx'

/** What is like withheld words, before a redacted export shows it. `onExport` is told whether some of it wasn't decided. */
export function NearStep(props: { onBack: () => void; onExport: (undecided: boolean) => void }) {
  const answer = useNearForms()
  const undecided = answer.phase === 'answered' ? answer.value.length : null
  return (
    <Dialog
      title="Before the redacted copy goes out"
      width={720}
      onClose={closeDialog}
      actions={
        <>
          {undecided !== null && undecided > 0 && (
            <Button look="danger" onPress={() => props.onExport(true)}>
              Export, leaving {undecided === 1 ? 'it' : 'them'} this once
            </Button>
          )}
          <Button look="outline" autoFocus onPress={props.onBack}>
            Back
          </Button>
          {undecided === 0 && (
            <Button look="primary" onPress={() => props.onExport(false)}>
              Export the redacted copy…
            </Button>
          )}
        </>
      }
    >
      {undecided === 0 ? (
        <p>Everything like withheld words is decided.</p>
      ) : (
        <p>
          These words aren’t withheld, but are like words that are: other forms of a name, initials, addresses. Readers
          can tell from them what is hidden. Withhold what gives it away, and leave the rest.
        </p>
      )}
      <NearForms answer={answer} />
    </Dialog>
  )
}
