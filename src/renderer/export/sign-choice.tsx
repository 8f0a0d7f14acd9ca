import { useEffect } from 'react'
import { PassphraseField } from '../ui/passphrase-field.tsx'
import { showDialog } from '../state/window/dialogs.ts'
import { loadKeys, useKeys } from '../state/window/signing-keys.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'

/** The key that signs a PDF, and its passphrase. */
export interface Signing {
  keyId: string
  passphrase: string
}

/** Chooses whether the PDF is signed, and with which of the user’s own keys. */
export function SignChoice({ value, onChange }: { value: Signing | null; onChange: (value: Signing | null) => void }) {
  const keys = useKeys((state) => state.keys)
  useEffect(() => void loadKeys(), [])
  const own = keys?.filter(({ canSign }) => canSign) ?? []
  if (own.length === 0) {
    return (
      <p className="hint">
        With a key of yours you can sign the PDF, so that others know it is from you.{' '}
        <Button className="link small" onPress={() => showDialog({ kind: 'keys' })}>
          Signing keys…
        </Button>
      </p>
    )
  }
  return (
    <div className="form-row">
      <Select
        label="Signature"
        value={value?.keyId ?? ''}
        onChange={(keyId) => onChange(keyId === '' ? null : { keyId, passphrase: value?.passphrase ?? '' })}
        options={[
          { value: '', label: 'Not signed', text: 'Not signed' },
          ...own.map(({ id, name }) => ({ value: id, label: `Signed by ${name}`, text: `Signed by ${name}` }))
        ]}
      />
      {value && (
        <PassphraseField
          label="Passphrase of the key"
          value={value.passphrase}
          onChange={(passphrase) => onChange({ ...value, passphrase })}
        />
      )}
    </div>
  )
}
