import { useState } from 'react'
import type { WrittenBundle } from '../../shared/api/contract.ts'
import type { Failure } from '../../shared/errors/errors.ts'
import type { Tlp } from '../../shared/source/source.ts'
import { ask, editsAnswered, request } from '../state/window/bridge.ts'
import { flushBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { announce, showMessage } from '../state/window/toasts.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Checkbox } from '../ui/field.tsx'
import { count, formatBytes } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { TlpSelect } from '../ui/tlp.tsx'
import './handover.css'

/** Writes a bundle of the case for somebody else: everything, or only what may be handed on to them. */
export function HandOverDialog() {
  const title = useCase((state) => state.record?.title ?? '')
  const sealed = useCase((state) => state.sealed)
  const [maxTlp, setMaxTlp] = useState<Tlp | null>(null)
  const [withPage, setWithPage] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [summary, setSummary] = useState<WrittenBundle | null>(null)
  const write = async (): Promise<void> => {
    const chosen = await ask('dialog.choose', { purpose: 'save-bundle', suggestedName: title })
    if (!chosen) return
    setBusy(true)
    setFailure(null)
    await editsAnswered()
    if (!(await flushBrief())) {
      setBusy(false)
      setFailure({ code: 'io', message: 'The brief could not be saved, so no bundle was written.' })
      return
    }
    const result = await request('bundle.write', { path: chosen.place, maxTlp, withPage })
    setBusy(false)
    if (result.ok) {
      setSummary(result.value)
      announce('The bundle is written.')
    } else setFailure(result.error)
  }
  if (summary) return <Written summary={summary} />
  return (
    <Dialog
      title="Hand over the case"
      width={600}
      onClose={closeDialog}
      held={busy ? 'The bundle is being written. Wait until it is complete and checked.' : null}
      actions={
        <>
          {busy && (
            <span className="apart" role="status">
              Writing the bundle and reading it back…
            </span>
          )}
          <Button look="outline" isDisabled={busy} onPress={closeDialog}>
            Cancel
          </Button>
          <Button look="primary" isDisabled={busy} onPress={() => void write()}>
            Choose the place…
          </Button>
        </>
      }
    >
      {failure && (
        <p className="failure" role="alert">
          {failure.message}
        </p>
      )}
      <p>
        A bundle is one file (a BagIt bag, zipped) that holds the case for somebody else: originals, texts, quotes and
        briefs, each with its SHA-256. Dossier opens it, and other programs can read and check it.
      </p>
      <TlpSelect
        label="What may be handed over"
        value={maxTlp}
        unset="Everything in the case"
        onChange={setMaxTlp}
        isDisabled={busy}
      />
      {maxTlp === null ? (
        <p>The log of everything that was done comes with it.</p>
      ) : (
        <p className="notice">
          Sources above {maxTlp} are left out, and their quotes with them. The log is then left out too, since it names
          them. What you wrote about them in briefs stays: read it before you hand it over.
        </p>
      )}
      <Checkbox
        label="With a page that checks it"
        hint="A web page, verify.html, with which anyone can check the bundle and exported PDFs in a browser, without Dossier and without a network."
        isSelected={withPage}
        isDisabled={busy}
        onChange={setWithPage}
      />
      {sealed && (
        <p className="notice">The bundle isn’t encrypted, though the case is: everyone who has the file can read it.</p>
      )}
    </Dialog>
  )
}

function Written({ summary }: { summary: WrittenBundle }) {
  const { place, path, sources, quotes, briefs, bytes, sha256, leftOut } = summary
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(sha256)
    showMessage('The SHA-256 was copied.')
  }
  return (
    <Dialog
      title="The bundle is written"
      width={640}
      onClose={closeDialog}
      actions={
        <>
          <Button look="outline" onPress={() => void ask('shell.show', { path: place })}>
            Show in folder
          </Button>
          <Button look="primary" autoFocus onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <dl className="facts">
        <dt>File</dt>
        <dd>{path}</dd>
        <dt>Holds</dt>
        <dd>
          {count(sources, 'source')}, {count(quotes, 'quote')}, {count(briefs, 'brief')} · {formatBytes(bytes)}
        </dd>
        <dt>SHA-256</dt>
        <dd className="hash">
          <span className="mono">{sha256}</span>
          <IconButton label="Copy the SHA-256" className="tight" onPress={() => void copy()}>
            <Icon name="copy" />
          </IconButton>
        </dd>
      </dl>
      {leftOut.length > 0 && (
        <section aria-labelledby="left-out">
          <h3 id="left-out">Left out</h3>
          <ul className="facts-list">
            {leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <p>Tell the SHA-256 to whoever gets the bundle by another way: it shows that the file is the one you wrote.</p>
    </Dialog>
  )
}
