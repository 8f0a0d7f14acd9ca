import { useEffect, useRef, useState } from 'react'
import { sourceTitle } from '../../shared/source/source.ts'
import { MetadataForm } from '../parts/metadata/metadata-form.tsx'
import { sourceRow, useCase } from '../state/case/case.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { openSource } from '../state/sources/reader.ts'
import { useReader } from '../state/sources/readers.ts'
import { confirmSources } from '../state/sources/sources.ts'
import { showMessage } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count } from '../ui/format.ts'
import { isTyping } from '../ui/typing.ts'
import './import.css'

/** Goes through sources whose metadata want a look, one after the other, by keys alone if one likes. */
export function MetadataDialog({ ids }: { ids: string[] }) {
  const [index, setIndex] = useState(0)
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const busy = useRef(false)
  const id = ids[index]!
  const shown = useReader((state) => state.sourceId === id && state.source !== null)
  const close = (done = confirmed.size): void => {
    closeDialog()
    if (done > 0) showMessage(`The metadata of ${count(done, 'source')} are confirmed.`)
  }
  const go = (to: number, done?: number): void => {
    if (to >= ids.length) close(done)
    else setIndex(Math.max(0, to))
  }
  const confirm = async (): Promise<void> => {
    if (busy.current || !shown) return
    busy.current = true
    const done = (await confirmSources([id])) === 1
    busy.current = false
    if (!done) return
    const all = new Set([...confirmed, id])
    setConfirmed(all)
    go(index + 1, all.size)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const onField = event.target instanceof Element && event.target.matches('[data-field]')
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && onField) void confirm()
    else if (event.key === 'ArrowRight') go(index + 1)
    else if (event.key === 'ArrowLeft') go(index - 1)
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      title="Check the metadata"
      width={640}
      onClose={() => close()}
      actions={
        <>
          <span className="apart hint" role="status">
            {(index + 1).toLocaleString('en-GB')} of {ids.length.toLocaleString('en-GB')}
            {confirmed.has(id) && ' · ✓ confirmed'}
          </span>
          <Button look="outline" isDisabled={index === 0} onPress={() => go(index - 1)}>
            Back
          </Button>
          <Button look="outline" onPress={() => go(index + 1)}>
            {index === ids.length - 1 ? 'Done' : 'Skip'}
          </Button>
          <Button look="primary" onPress={() => void confirm()}>
            Confirm all <kbd aria-hidden="true">Enter</kbd>
          </Button>
        </>
      }
    >
      <p className="hint">
        <kbd>1</kbd>–<kbd>9</kbd> another value · <kbd>C</kbd> confirm one · <kbd>E</kbd> edit · <kbd>↑</kbd>{' '}
        <kbd>↓</kbd> field · <kbd>←</kbd> <kbd>→</kbd> source
      </p>
      <div className="one-source" tabIndex={-1} onKeyDown={onKeyDown}>
        <OneSource key={id} id={id} />
      </div>
    </Dialog>
  )
}

/** Opens the source in the reader behind the dialog, so that its text can be looked at, and shows its metadata. */
function OneSource({ id }: { id: string }) {
  const row = useCase((state) => sourceRow(state.sources, id))
  const source = useReader((state) => (state.sourceId === id ? state.source : null))
  const failure = useReader((state) => (state.sourceId === id ? state.failure : null))
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => void openSource(id), [id])
  const shown = source !== null
  useEffect(() => {
    if (shown) form.current?.querySelector<HTMLElement>('[data-field]')?.focus()
  }, [shown])
  return (
    <>
      {source && (
        <h3>
          {source.key} · {sourceTitle(source)}
        </h3>
      )}
      {row?.attention && <p className="notice">{row.attention}</p>}
      {source?.text.notice && <p className="notice">{source.text.notice}</p>}
      {failure && <p className="failure">{failure.message}</p>}
      <div ref={form}>{source && <MetadataForm source={source} readOnly={false} quick />}</div>
    </>
  )
}
