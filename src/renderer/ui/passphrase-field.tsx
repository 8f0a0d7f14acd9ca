import { useState, type ReactNode, type Ref } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { Button } from './button.tsx'
import './passphrase.css'

/** A passphrase, hidden until it is to be seen. `error` stands below it and is read out. */
export function PassphraseField({
  ref,
  ...props
}: {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  error?: string | null
  autoFocus?: boolean
  isDisabled?: boolean
  ref?: Ref<HTMLInputElement>
}) {
  const [shown, setShown] = useState(false)
  return (
    <TextField
      className="field"
      type={shown ? 'text' : 'password'}
      value={props.value}
      onChange={props.onChange}
      autoFocus={props.autoFocus ?? false}
      isReadOnly={props.isDisabled ?? false}
      isInvalid={props.error != null}
      // The browser's own way would keep a form with a wrong passphrase from being sent again.
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
    >
      <Label>{props.label}</Label>
      <div className="passphrase">
        <Input className="input" {...(ref ? { ref } : {})} />
        <Button
          className="small"
          aria-label={`${shown ? 'Hide' : 'Show'} what is typed for “${props.label}”`}
          onPress={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </Button>
      </div>
      <FieldError className="field-error">{props.error}</FieldError>
      {props.hint && (
        <Text slot="description" className="hint">
          {props.hint}
        </Text>
      )}
    </TextField>
  )
}
