import { useEffect, useState } from 'react'
import { sourceTitle } from '../../shared/source/source.ts'
import { MetadataForm } from '../reader/details.tsx'
import { sourceRow, useCase } from '../state/case.ts'
import { closeDialog } from '../state/dialogs.ts'
import { openSource, useReader } from '../state/reader.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** Goes through the sources whose metadata want a look, one after the other. */
export function MetadataDialog({ ids }: { ids: string[] }) {
  const [index, setIndex] = useState(0)
  const id = ids[index]!
  const last = index === ids.length - 1
  return (
    <Dialog
      title="Check the metadata"
      width={600}
      onClose={closeDialog}
      actions={
        <>
          <span className="apart hint">
            {index + 1} of {ids.length}
          </span>
          {index > 0 && (
            <Button look="outline" onPress={() => setIndex(index - 1)}>
              Back
            </Button>
          )}
          <Button look="primary" onPress={() => (last ? closeDialog() : setIndex(index + 1))}>
            {last ? 'Done' : 'Next'}
          </Button>
        </>
      }
    >
      <OneSource key={id} id={id} />
    </Dialog>
  )
}

/** Opens the source in the reader behind the dialog, so that its text can be looked at, and shows its metadata. */
function OneSource({ id }: { id: string }) {
  const row = useCase((state) => sourceRow(state.sources, id))
  const source = useReader((state) => (state.sourceId === id ? state.source : null))
  const failure = useReader((state) => (state.sourceId === id ? state.failure : null))
  useEffect(() => void openSource(id), [id])
  return (
    <>
      {source && <h3>{sourceTitle(source)}</h3>}
      {row?.attention && <p className="notice">{row.attention}</p>}
      {failure && <p className="failure">{failure.message}</p>}
      {source && <MetadataForm source={source} readOnly={false} />}
    </>
  )
}
