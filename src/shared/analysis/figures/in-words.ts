import type { Amount } from '../numbers/amounts.ts'

const SIGNS: Readonly<Record<Amount['bound'], string>> = {
  exact: '',
  'at-least': '≥ ',
  'more-than': '> ',
  'at-most': '≤ ',
  'less-than': '< ',
  about: '≈ ',
  range: ''
}

/** A number with a separator between thousands, as British papers write it. */
function plain(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 6 })
}

/** An amount as it's shown in a ledger, its bound kept: `≥ 59`, `40–50 km`, `≈ 260`. */
export function amountInWords({ value, high, bound, unit }: Pick<Amount, 'value' | 'high' | 'bound' | 'unit'>): string {
  const number = high === null ? plain(value) : `${plain(value)}–${plain(high)}`
  const behind = unit === null ? '' : unit === '%' ? ' %' : ` ${unit}`
  return `${SIGNS[bound]}${number}${behind}`
}
