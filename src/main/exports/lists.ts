import type { ListGroup } from '../../shared/composition/block.ts'

/** Whether a list's labels are the numbers that every program writes by itself. */
export function isCounted({ numbering, items }: ListGroup): boolean {
  return numbering === 'Decimal' && items.every(({ label }, i) => label === `${i + 1}.`)
}
