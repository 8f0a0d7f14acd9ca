import { useEffect, useState } from 'react'
import { importableWords } from '../../shared/source/import-formats.ts'
import { useCase } from '../state/case/case.ts'
import { showDialog, useDialog } from '../state/window/dialogs.ts'
import { importChosen } from '../state/import/import.ts'
import { openCase } from '../state/session/open-case.ts'
import { showFailure, showMessage } from '../state/window/toasts.ts'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/**
 * Takes files that are dropped anywhere in the window: on the dialog that verifies PDFs, to be verified; on the start screen, a
 * folder to be opened as a case; else to be imported.
 */
export function DropFiles() {
  const [over, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const onEnter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      depth += 1
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onOver = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent): void => {
      depth = 0
      setOver(false)
      if (!holdsFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      void take([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('dragover', onOver)
    window.addEventListener('drop', onDrop, true)
    return () => {
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('drop', onDrop, true)
    }
  }, [])
  const open = useCase((state) => state.phase === 'open')
  const verifying = useDialog((state) => state.dialog?.kind === 'verify-pdf')
  if (!over) return null
  return (
    <div className="drop-veil" aria-hidden="true">
      <p>
        {verifying
          ? 'Drop the PDF to verify it'
          : open
            ? 'Drop to import into this case'
            : 'Drop a case folder to open it'}
      </p>
      {open && !verifying && <p className="drop-formats">Folders, and files of these kinds: {importableWords()}</p>}
    </div>
  )
}

async function take(files: File[]): Promise<void> {
  const verifying = useDialog.getState().dialog?.kind === 'verify-pdf'
  const opening = useCase.getState().phase !== 'open'
  // One PDF is verified, one case opened at a time.
  const dropped = await window.dossier.dropped(verifying || opening ? files.slice(0, 1) : files)
  if (!dropped.ok) return showFailure(dropped.error)
  if (dropped.value === null) {
    showMessage('What was dropped has no place on disk, so it can’t be read. Save it as a file first.')
    return
  }
  const { place, paths } = dropped.value
  if (verifying) {
    if (files.length > 1) showMessage('One PDF is verified at a time. This is the first of those that were dropped.')
    showDialog({ kind: 'verify-pdf', file: { place, path: paths[0]! } })
  } else if (opening) void openCase({ place, path: paths[0]! })
  else if (useCase.getState().readOnly) showMessage('This case can only be read, so nothing was imported.')
  else void importChosen(place)
}
