import { useEffect, useId, useRef, useState } from 'react'
import { parsePublicKey } from '../shared/signature/minisign.ts'
import { useWords } from './language.tsx'

interface DroppingProps {
  onFiles: (files: readonly File[]) => void
  publicKey: string
  onPublicKey: (text: string) => void
}

/** Where files are dropped or chosen, and the signer's key pasted. Files may be dropped anywhere on the page. */
export function Dropping({ onFiles, publicKey, onPublicKey }: DroppingProps) {
  const words = useWords()
  const [over, setOver] = useState(false)
  const id = useId()
  const take = useRef(onFiles)
  useEffect(() => {
    take.current = onFiles
  })
  useEffect(() => {
    const onDrag = (event: DragEvent): void => {
      event.preventDefault()
      setOver(event.type !== 'dragleave' || event.relatedTarget !== null)
    }
    const onDrop = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) take.current(files)
    }
    for (const name of ['dragenter', 'dragover', 'dragleave'] as const) document.addEventListener(name, onDrag)
    document.addEventListener('drop', onDrop)
    return () => {
      for (const name of ['dragenter', 'dragover', 'dragleave'] as const) document.removeEventListener(name, onDrag)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
  const parsed = publicKey.trim() === '' ? undefined : parsePublicKey(publicKey.trim())
  return (
    <>
      <div className={`drop${over ? ' over' : ''}`}>
        <p className="drop-title" aria-hidden="true">
          {words.drop}
        </p>
        <label className="button" htmlFor={`${id}-files`}>
          {words.choose}
        </label>
        <input
          id={`${id}-files`}
          className="files"
          type="file"
          multiple
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])]
            // The same file may be chosen again.
            target.value = ''
            if (files.length > 0) onFiles(files)
          }}
        />
        <p id={`${id}-hint`} className="quiet">
          {words.dropHint}
        </p>
      </div>
      <details className="key">
        <summary>{words.keyTitle}</summary>
        <label htmlFor={`${id}-key`}>{words.key}</label>
        <textarea
          id={`${id}-key`}
          className="mono"
          rows={2}
          spellCheck={false}
          autoComplete="off"
          value={publicKey}
          aria-describedby={`${id}-key-hint ${id}-key-said`}
          aria-invalid={parsed === null}
          onChange={({ target }) => onPublicKey(target.value)}
        />
        <p id={`${id}-key-hint`} className="quiet">
          {words.keyHint}
        </p>
        <p id={`${id}-key-said`} role="status">
          {parsed === null ? words.keyBad : parsed ? words.keyGood(parsed.key.id) : ''}
        </p>
      </details>
    </>
  )
}
