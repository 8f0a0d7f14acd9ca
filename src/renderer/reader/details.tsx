import { useState } from 'react'
import type { Input } from '../../shared/api/contract.ts'
import type { Evidence, Found, Source } from '../../shared/source/source.ts'
import { ask } from '../state/bridge.ts'
import { recheck } from '../state/brief.ts'
import { useCase } from '../state/case.ts'
import { useReader } from '../state/reader.ts'
import { announce } from '../state/toasts.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { formatDate, formatLanguage } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { TlpSelect } from '../ui/tlp.tsx'
import './details.css'

export type Change = Input<'source.update'>['metadata']
type Field = keyof Change

/** Writes a change of a source's metadata; every value that is set counts as confirmed. Null when it failed. */
export async function updateSource(id: string, change: Omit<Input<'source.update'>, 'id'>): Promise<Source | null> {
  const source = await ask('source.update', { id, ...change })
  if (!source) return null
  if (useReader.getState().sourceId === id) useReader.setState({ source })
  recheck()
  announce('The metadata are saved.')
  return source
}

/** The panel beside the text: what is known of the source, where each value was found, and what else could be meant. */
export function Details({ source }: { source: Source }) {
  const readOnly = useCase((state) => state.readOnly)
  const [note, setNote] = useState(source.note)
  return (
    <aside className="details" aria-label="Details">
      <header>
        <h2>Details</h2>
        <IconButton label="Close the details" onPress={() => useReader.setState({ details: false })}>
          <Icon name="close" />
        </IconButton>
      </header>
      <MetadataForm source={source} readOnly={readOnly} />
      <section className="details-part">
        <TlpSelect
          label="Handling of this source"
          value={source.tlp}
          unset="As the case"
          isDisabled={readOnly}
          onChange={(tlp) => void updateSource(source.id, { metadata: {}, tlp })}
        />
        <TextField
          label="Note"
          value={note}
          rows={3}
          isReadOnly={readOnly}
          onChange={setNote}
          onBlur={() => {
            if (note !== source.note) void updateSource(source.id, { metadata: {}, note })
          }}
        />
      </section>
      <section className="details-part">
        <h3>Original</h3>
        <dl>
          <dt>File</dt>
          <dd>{source.original.name}</dd>
          <dt>Kind</dt>
          <dd>
            {source.original.mediaType}, {source.original.bytes.toLocaleString('en-GB')} bytes
          </dd>
          <dt>SHA-256</dt>
          <dd>
            <code className="mono">{source.original.sha256}</code>
          </dd>
          <dt>Text by</dt>
          <dd>{source.text.extractor}</dd>
        </dl>
      </section>
    </aside>
  )
}

/** The values of a source's metadata, each to confirm, to change or to replace by another that was found. */
export function MetadataForm({ source, readOnly }: { source: Source; readOnly: boolean }) {
  const { metadata } = source
  const set = (field: Field, value: string | string[] | null): void =>
    void updateSource(source.id, { metadata: { [field]: value } })
  const text = (
    field: Exclude<Field, 'authors' | 'agencies'>,
    label: string,
    show?: (value: string) => string,
    hint?: string
  ) => (
    <Value
      key={field}
      label={label}
      found={metadata[field]}
      toText={(value) => value}
      fromText={(value) => value}
      show={show ?? ((value) => value)}
      hint={hint}
      readOnly={readOnly}
      onSet={(value) => set(field, value)}
    />
  )
  return (
    <div className="metadata">
      {text('title', 'Title')}
      {text('publisher', 'Publisher')}
      {text('published', 'Published', (value) => formatDate(value, 'long'), 'As 2031-03-04, 2031-03 or 2031')}
      <Value
        label="Authors"
        found={metadata.authors}
        toText={(value) => value.join('; ')}
        fromText={(value) =>
          value
            .split(';')
            .map((name) => name.trim())
            .filter(Boolean)
        }
        show={(value) => value.join(', ')}
        hint="Several with a semicolon between them"
        readOnly={readOnly}
        onSet={(value) => set('authors', value)}
      />
      {text('language', 'Language', formatLanguage, 'A language tag such as en or nb')}
      {text('url', 'Address')}
    </div>
  )
}

interface ValueProps<T> {
  label: string
  found: Found<T>
  toText: (value: T) => string
  fromText: (text: string) => T
  show: (value: T) => string
  hint?: string | undefined
  readOnly: boolean
  onSet: (value: T | null) => void
}

function Value<T>(props: ValueProps<T>) {
  const { found, label } = props
  const [editing, setEditing] = useState<string | null>(null)
  const confirmed = found.confirmed === true || found.evidence?.from === 'user'
  const others = found.alternatives.filter(
    (other) => found.value === null || props.toText(other.value) !== props.toText(found.value)
  )
  const save = (): void => {
    const text = (editing ?? '').trim()
    setEditing(null)
    props.onSet(text === '' ? null : props.fromText(text))
  }
  return (
    <section className="value" aria-label={label}>
      <div className="value-head">
        <h3>{label}</h3>
        {confirmed ? <span className="sure">✓ confirmed</span> : <Sureness found={found} />}
      </div>
      {editing === null ? (
        <p className={`value-now${found.value === null ? ' none' : ''}`}>
          {found.value === null ? 'Not found' : props.show(found.value)}
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <TextField
            label={`New ${label.toLowerCase()}`}
            value={editing}
            onChange={setEditing}
            autoFocus
            hint={props.hint}
          />
        </form>
      )}
      {found.evidence && editing === null && <Where evidence={found.evidence} />}
      {!props.readOnly && (
        <div className="row">
          {editing === null ? (
            <>
              {found.value !== null && !confirmed && (
                <Button
                  look="outline"
                  className="small"
                  onPress={() => props.onSet(found.value)}
                  aria-label={`Confirm ${label}`}
                >
                  Confirm
                </Button>
              )}
              <Button
                className="small"
                aria-label={`Edit ${label}`}
                onPress={() => setEditing(found.value === null ? '' : props.toText(found.value))}
              >
                Edit
              </Button>
            </>
          ) : (
            <>
              <Button look="primary" className="small" onPress={save}>
                Save
              </Button>
              <Button className="small" onPress={() => setEditing(null)}>
                Cancel
              </Button>
            </>
          )}
        </div>
      )}
      {others.length > 0 && !props.readOnly && (
        <ul className="others" aria-label={`Other values found for ${label}`}>
          {others.map((other) => (
            <li key={`${other.evidence.from} ${props.toText(other.value)}`}>
              <Button className="small other" onPress={() => props.onSet(other.value)}>
                Use “{props.show(other.value)}”
              </Button>
              <Where evidence={other.evidence} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Sureness({ found }: { found: Found<unknown> }) {
  if (found.value === null) return null
  const word = found.confidence >= 0.8 ? 'likely right' : found.confidence >= 0.5 ? 'probable' : 'uncertain'
  return (
    <span className={found.confidence >= 0.8 ? 'sure' : 'unsure'}>
      {word}, {Math.round(found.confidence * 100)} %
    </span>
  )
}

const PLACES: Record<string, string> = {
  'json-ld': 'structured data (JSON-LD)',
  meta: 'meta tag',
  microdata: 'microdata',
  time: 'time element',
  byline: 'byline',
  dateline: 'dateline',
  heading: 'heading',
  title: 'page title',
  'front-matter': 'front matter',
  header: 'header line',
  url: 'address',
  text: 'text',
  'file-name': 'file name',
  user: 'you'
}

function Where({ evidence }: { evidence: Evidence }) {
  return (
    <p className="where">
      from {evidence.from === 'user' ? 'you' : `the ${PLACES[evidence.from] ?? evidence.from}`}
      {evidence.detail && evidence.from !== 'user' && (
        <>
          : <q>{evidence.detail}</q>
        </>
      )}
    </p>
  )
}
