import { useState } from 'react'
import { useReader } from '../state/sources/readers.ts'
import { correctText } from '../state/sources/recognition.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

/** Other words in the place of some of a recognised text, as the original has them. */
export function CorrectDialog({ sourceId, start, end }: { sourceId: string; start: number; end: number }) {
  const [text] = useState(() => useReader.getState().text)
  const before = text?.text.slice(start, end) ?? ''
  const [words, setWords] = useState(before)
  const [busy, setBusy] = useState(false)
  if (!text) return null
  const submit = (): void => {
    setBusy(true)
    void correctText({ sourceId, start, end, textSha256: text.sha256, words }).then((done) => {
      setBusy(false)
      if (done) closeDialog()
    })
  }
  return (
    <FormDialog
      title="Correct the recognised text"
      action="Correct"
      width={560}
      busy={busy}
      isDisabled={words === before}
      onSubmit={submit}
      onClose={closeDialog}
    >
      <p>
        Write what the original shows. The original and the text as it was recognised are kept, quotes go along, and the
        log tells what was corrected.
      </p>
      <TextField
        label="As the original has it"
        value={words}
        onChange={setWords}
        rows={Math.min(8, Math.max(2, Math.ceil(before.length / 60)))}
        autoFocus
      />
    </FormDialog>
  )
}
