import { useState } from 'react'
import { closeDialog } from '../state/window/dialogs.ts'
import { importText } from '../state/import/import.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { shorten } from '../ui/format.ts'

/** How much of a pasted text is shown. */
const SHOWN = 4000

/** Shows what a paste would import, and asks where it came from. */
export function PasteDialog(props: { text: string; html: string | null; url: string | null }) {
  const [url, setUrl] = useState(props.url ?? '')
  const start = (): void => {
    closeDialog()
    void importText(props.text, props.html, url.trim() || null)
  }
  return (
    <Dialog
      title="Import from the clipboard"
      width={640}
      onClose={closeDialog}
      actions={
        <>
          <Button look="outline" onPress={closeDialog}>
            Cancel
          </Button>
          <Button look="primary" autoFocus onPress={start}>
            Import
          </Button>
        </>
      }
    >
      <p>
        {props.html === null ? 'Plain text' : 'A piece of a web page'}, {props.text.length.toLocaleString('en-GB')}{' '}
        characters. It becomes a source whose original is what you see here.
      </p>
      <div className="paste-text" tabIndex={0} role="group" aria-label="What will be imported">
        {shorten(props.text, SHOWN)}
      </div>
      <TextField
        label="Address it came from"
        value={url}
        onChange={setUrl}
        placeholder="https://…"
        hint="If you know it. It is only noted, never visited."
      />
    </Dialog>
  )
}
