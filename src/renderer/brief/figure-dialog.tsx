import { useMemo, useState } from 'react'
import { useCase } from '../state/case/case.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { findNode } from '../state/brief/document.ts'
import { focusText, useEditor } from '../state/brief/editor.ts'
import { insertBlock } from './table-commands.ts'

/** Chooses the image of a figure and asks what it shows. `id` is that of a figure to change; null makes one at the caret. */
export function FigureDialog({ id }: { id: string | null }) {
  const editor = useEditor((state) => state.editor)
  const sources = useCase((state) => state.sources)
  const images = useMemo(() => sources.filter((row) => row.image), [sources])
  const attrs = editor && id !== null ? findNode(editor.state.doc, id)?.node.attrs : undefined
  const [sourceId, setSourceId] = useState(() => (attrs?.['sourceId'] as string | null) ?? images[0]?.id ?? '')
  const [alt, setAlt] = useState(() => (attrs?.['alt'] as string | undefined) ?? '')
  if (!editor) return null
  if (images.length === 0) {
    return (
      <Dialog
        title="Figure"
        onClose={closeDialog}
        actions={
          <Button look="primary" autoFocus onPress={closeDialog}>
            Close
          </Button>
        }
      >
        <p>
          There is no image in this case yet. Import a PNG or JPEG first: it becomes a source that a brief can show.
        </p>
      </Dialog>
    )
  }
  const ready = alt.trim() !== '' && images.some((row) => row.id === sourceId)
  const save = (): void => {
    if (!ready) return
    const { state } = editor
    const chosen = { sourceId, label: null, alt: alt.trim() }
    const found = id === null ? null : findNode(state.doc, id)
    if (found) {
      const tr = state.tr
      for (const [name, value] of Object.entries(chosen)) tr.setNodeAttribute(found.pos, name, value)
      editor.view.dispatch(tr)
    } else {
      editor.view.dispatch(insertBlock(state, state.schema.nodes['figure']!.create({ id: null, ...chosen })))
    }
    closeDialog()
    focusText()
  }
  return (
    <FormDialog
      title="Figure"
      action={id === null ? 'Insert the figure' : 'Save'}
      isDisabled={!ready}
      onSubmit={save}
      onClose={closeDialog}
    >
      <Select
        label="Image"
        value={sourceId}
        onChange={setSourceId}
        options={images.map((row) => ({ value: row.id, label: `${row.key} · ${row.title}`, text: row.title }))}
      />
      <TextField
        label="What it shows"
        value={alt}
        onChange={setAlt}
        rows={3}
        autoFocus
        isRequired
        hint="For readers who can’t see it, and for who searches the PDF."
      />
    </FormDialog>
  )
}
