import type { RelationKind } from '../../shared/analysis/copies/related.ts'
import type { Feature } from '../registry/feature.ts'
import { CompareDialog } from './compare-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** Two sources that have text in common. */
    compare: { a: string; b: string; relation: RelationKind }
  }
}

export const compareFeature = { dialogs: { compare: CompareDialog } } satisfies Feature
