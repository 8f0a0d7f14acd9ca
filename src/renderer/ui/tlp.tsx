import { TLP_LABELS, type Tlp } from '../../shared/source/source.ts'
import { Select } from './field.tsx'
import './tlp.css'

/** The handling mark in the colours that TLP 2.0 prescribes: on black, in both themes. */
export function TlpChip({ tlp }: { tlp: Tlp }) {
  return <span className={`tlp ${tlp.slice(4).replace('+', '-').toLowerCase()}`}>{tlp}</span>
}

const MEANINGS: Record<Tlp, string> = {
  'TLP:CLEAR': 'no limit on disclosure',
  'TLP:GREEN': 'within the community',
  'TLP:AMBER': 'organisation and its clients',
  'TLP:AMBER+STRICT': 'organisation only',
  'TLP:RED': 'named recipients only'
}

const option = (tlp: Tlp) => ({
  value: tlp as Tlp | 'unset',
  text: tlp as string,
  label: (
    <span className="tlp-option">
      <TlpChip tlp={tlp} /> <span className="hint">{MEANINGS[tlp]}</span>
    </span>
  )
})

/** Chooses the handling mark. With `unset`, words for none of its own, it can be null. */
export function TlpSelect<V extends Tlp | null>(props: {
  label?: string
  value: V
  unset?: null extends V ? string : never
  onChange: (tlp: V) => void
  isDisabled?: boolean
}) {
  const none =
    props.unset === undefined ? [] : [{ value: 'unset' as const, text: props.unset, label: <>{props.unset}</> }]
  return (
    <Select<Tlp | 'unset'>
      label={props.label ?? 'Handling'}
      value={props.value ?? 'unset'}
      onChange={(value) => props.onChange((value === 'unset' ? null : value) as V)}
      isDisabled={props.isDisabled ?? false}
      options={[...none, ...TLP_LABELS.map(option)]}
    />
  )
}
