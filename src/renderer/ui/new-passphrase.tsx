import { useState } from 'react'
import { PassphraseField } from './passphrase-field.tsx'
import { strengthOf } from './strength.ts'

interface NewWords {
  passphrase: string
  again: string
  setPassphrase: (value: string) => void
  setAgain: (value: string) => void
}

/** A new passphrase while it is typed, twice. `ready` when both are the same. */
export function useNewPassphrase(): NewWords & { ready: boolean } {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  return { passphrase, again, setPassphrase, setAgain, ready: passphrase.trim() !== '' && passphrase === again }
}

/** The two fields of a new passphrase, with how strong it is. */
export function NewPassphrase(props: NewWords & { autoFocus?: boolean }) {
  const { passphrase, again } = props
  const { level, words } = strengthOf(passphrase)
  const differs = again !== '' && !passphrase.startsWith(again)
  return (
    <>
      <PassphraseField
        label="New passphrase"
        value={passphrase}
        onChange={props.setPassphrase}
        autoFocus={props.autoFocus ?? false}
        hint={<span className={`strength ${level}`}>{words}</span>}
      />
      <PassphraseField
        label="The same again"
        value={again}
        onChange={props.setAgain}
        error={differs ? 'This isn’t the same as above.' : null}
      />
    </>
  )
}
