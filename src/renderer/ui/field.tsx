import type { ReactNode } from 'react'
import {
  Button,
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Select as AriaSelect,
  SelectValue,
  Text,
  TextArea,
  TextField as AriaTextField
} from 'react-aria-components'
import { Icon } from './icon.tsx'
import { Popover } from './popover.tsx'
import './field.css'

/** A labelled line of text, or several with `rows`. */
export function TextField(props: {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  placeholder?: string
  rows?: number
  autoFocus?: boolean
  /** Selects the text when the field takes the focus, so that typing replaces it. */
  selectOnFocus?: boolean
  isRequired?: boolean
  isReadOnly?: boolean
  type?: string
  onBlur?: () => void
  /** Why the value can't be taken; shown in the hint's place. */
  error?: string | null
}) {
  const error = props.error ?? null
  return (
    <AriaTextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      autoFocus={props.autoFocus ?? false}
      isRequired={props.isRequired ?? false}
      isReadOnly={props.isReadOnly ?? false}
      type={props.type ?? 'text'}
      isInvalid={error !== null}
      // Else a field that was refused once would keep its form from being sent again.
      validationBehavior={props.error === undefined ? 'native' : 'aria'}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    >
      <Label>{props.label}</Label>
      {props.rows ? (
        <TextArea className="input" rows={props.rows} placeholder={props.placeholder ?? ''} />
      ) : (
        <Input
          className="input"
          placeholder={props.placeholder ?? ''}
          {...(props.selectOnFocus ? { onFocus: (event) => event.currentTarget.select() } : {})}
        />
      )}
      {error !== null && <FieldError className="field-error">{error}</FieldError>}
      {props.hint && error === null && (
        <Text slot="description" className="hint">
          {props.hint}
        </Text>
      )}
    </AriaTextField>
  )
}

/** A choice of one among few. */
export function Select<V extends string>(props: {
  label: string
  value: V
  options: readonly { value: V; label: ReactNode; text: string }[]
  onChange: (value: V) => void
  isDisabled?: boolean
}) {
  return (
    <AriaSelect
      className="field"
      selectedKey={props.value}
      isDisabled={props.isDisabled ?? false}
      onSelectionChange={(key) => {
        const chosen = props.options.find((option) => option.value === key)
        if (chosen) props.onChange(chosen.value)
      }}
    >
      <Label>{props.label}</Label>
      <Button className="input select">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover offset={4}>
        <ListBox className="menu">
          {props.options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.text} className="menu-item">
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** A box to tick, with an explanation under its words. */
export function Checkbox(props: {
  label: string
  hint?: string
  isSelected: boolean
  onChange: (on: boolean) => void
  isDisabled?: boolean
}) {
  return (
    <AriaCheckbox
      className="checkbox"
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      <span className="box" aria-hidden="true">
        <Icon name="check" />
      </span>
      <span>
        {props.label}
        {props.hint && <span className="hint">{props.hint}</span>}
      </span>
    </AriaCheckbox>
  )
}
