const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  fold: 'M3.5 12.5h9M4.5 4.5L8 8l3.5-3.5',
  check: 'M3.5 8.5l3 3 6-7',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5L14 14',
  replace: 'M3 5h8.5M9 2.5L11.5 5 9 7.5M13 11H4.5M7 8.5L4.5 11 7 13.5',
  copy: 'M6 6h7v7H6zM3.5 10V3.5H10',
  up: 'M4 10l4-4 4 4',
  library: 'M2.5 3.5h11v9h-11zM6 3.5v9',
  brief: 'M2.5 3.5h11v9h-11zM10 3.5v9',
  drag: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  back: 'M9.5 4l-4 4 4 4',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  rows: 'M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h11',
  edit: 'M3 13l.6-2.8L10.8 3 13 5.2 5.8 12.4z',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  warn: 'M8 5.5v3.2M8 11h.01M8 2.2l6.2 11H1.8z'
} as const

export type IconName = keyof typeof PATHS

/** A small sign drawn with the colour of the words around it. Never the only carrier of a meaning. */
export function Icon({ name }: { name: IconName }) {
  const heavy = name === 'more' || name === 'drag'
  return (
    <svg className="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={heavy ? 2.2 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
