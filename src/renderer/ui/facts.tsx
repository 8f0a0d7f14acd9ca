import { Fragment } from 'react'

/** One of the things that are said of something in short; what isn't known is left out. */
export type Fact = string | null | undefined

/** Facts beside each other. Each runs in the direction of its own script and leaves the others in their order. */
export function Facts({ of }: { of: readonly Fact[] }) {
  const known = of.filter((fact) => fact !== null && fact !== undefined && fact !== '')
  return known.map((fact, index) => (
    <Fragment key={index}>
      {index > 0 && ' · '}
      <bdi>{fact}</bdi>
    </Fragment>
  ))
}
