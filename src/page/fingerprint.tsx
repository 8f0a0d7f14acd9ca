import { useId, useState } from 'react'
import { compareTold } from './told.ts'
import { useWords } from './language.tsx'

/** The fingerprint of a proof, with a box for the one that was told by another way; and the hash of the file. `holds`: whether the file passed its check. */
export function Fingerprint(props: { fingerprint: string | null; sha256: string; holds: boolean }) {
  const { fingerprint, sha256, holds } = props
  const words = useWords()
  const [told, setTold] = useState('')
  const id = useId()
  return (
    <>
      {fingerprint !== null && (
        <section data-part="fingerprint">
          <h4>{words.fingerprint}</h4>
          <Hash value={fingerprint} />
          <p className="quiet">{words.fingerprintHint}</p>
          <label htmlFor={id}>{words.told}</label>
          <input
            id={id}
            className="mono"
            value={told}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-describedby={`${id}-said`}
            onChange={({ target }) => setTold(target.value)}
          />
          <p id={`${id}-said`} role="status">
            <Told told={told} fingerprint={fingerprint} sha256={sha256} holds={holds} />
          </p>
        </section>
      )}
      <section>
        <h4>{words.fileHash}</h4>
        <Hash value={sha256} />
      </section>
    </>
  )
}

function Told(props: { told: string; fingerprint: string; sha256: string; holds: boolean }) {
  const { told, fingerprint, sha256, holds } = props
  const words = useWords()
  const found = compareTold(told, fingerprint, sha256)
  switch (found.kind) {
    case 'nothing':
      return null
    case 'bad':
      return <b className="bad">✗ {words.toldBad}</b>
    case 'other':
      return <b className="bad">✗ {words.toldOther(found.at)}</b>
    case 'file':
      return <>{words.toldFile}</>
    case 'part':
      return <>{words.toldPart(found.length)}</>
    case 'same':
      return holds ? <b className="good">✓ {words.toldSame}</b> : <b className="bad">✗ {words.toldSameBad}</b>
  }
}

/** A hash in groups of four, so that it can be read aloud; a copy of it has no spaces. */
export function Hash({ value }: { value: string }) {
  const groups = value.match(/.{1,4}/g) ?? []
  return (
    <p className="hash mono">
      {groups.map((group, i) => (
        <span key={i}>{group}</span>
      ))}
    </p>
  )
}
