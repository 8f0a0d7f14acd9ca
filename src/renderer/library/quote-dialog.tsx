import { useState } from 'react'
import { useCase } from '../state/case/case.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { updateQuote } from '../state/sources/quotes.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'

/** Who said a quote, and a note on it. The words themselves can't be changed. */
export function QuoteDialog({ id }: { id: string }) {
  const quote = useCase((state) => state.quotes.get(id))
  const [speaker, setSpeaker] = useState(quote?.speaker ?? '')
  const [note, setNote] = useState(quote?.note ?? '')
  if (!quote) return null
  const save = async (): Promise<void> => {
    if (await updateQuote(quote, { speaker: speaker.trim() || null, note: note.trim() })) closeDialog()
  }
  return (
    <Dialog
      title={`Quote ${quote.key}`}
      onClose={closeDialog}
      actions={
        <>
          <Button look="outline" onPress={closeDialog}>
            Cancel
          </Button>
          <Button look="primary" onPress={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <blockquote className="dialog-quote" dir="auto">
        {quote.target.exact}
      </blockquote>
      <TextField
        label="Speaker"
        value={speaker}
        onChange={setSpeaker}
        autoFocus
        hint="Who said it, as the brief shall name them."
      />
      <TextField label="Note" value={note} onChange={setNote} rows={3} hint="For you only: notes aren't printed." />
    </Dialog>
  )
}
