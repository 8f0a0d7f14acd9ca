import { backupsFeature } from './backups/feature.ts'
import { briefFeature } from './brief/feature.ts'
import { chronologyFeature } from './chronology/feature.ts'
import { codebookFeature } from './codebook/feature.ts'
import { commentsFeature } from './comments/feature.ts'
import { compareFeature } from './compare/feature.ts'
import { encryptionFeature } from './encryption/feature.ts'
import { evidenceFeature } from './evidence/feature.ts'
import { exportFeature } from './export/feature.ts'
import { findFeature } from './find/feature.ts'
import { frameFeature } from './frame/feature.ts'
import { gradingFeature } from './grading/feature.ts'
import { handoverFeature } from './handover/feature.ts'
import { hypothesesFeature } from './hypotheses/feature.ts'
import { importFeature } from './import/feature.ts'
import { impactFeature } from './impact/feature.ts'
import { ledgerFeature } from './ledger/feature.ts'
import { libraryFeature } from './library/feature.ts'
import { lintFeature } from './lint/feature.ts'
import { matrixFeature } from './matrix/feature.ts'
import { mergeFeature } from './merge/feature.ts'
import { originsFeature } from './origins/feature.ts'
import { peopleFeature } from './people/feature.ts'
import { preferencesFeature } from './preferences/feature.ts'
import { readerFeature } from './reader/feature.ts'
import { recognitionFeature } from './recognition/feature.ts'
import { sourcingFeature } from './sourcing/feature.ts'
import { startFeature } from './start/feature.ts'
import { suggestFeature } from './suggest/feature.ts'
import { trashFeature } from './trash/feature.ts'
import { verifyFeature } from './verify/feature.tsx'
import { versionsFeature } from './versions/feature.ts'
import { withholdFeature } from './withhold/feature.ts'

/** The features of the window, in the order in which their commands show in palette, menu and sheet of shortcuts. */
export const FEATURES = [
  startFeature,
  importFeature,
  recognitionFeature,
  findFeature,
  libraryFeature,
  trashFeature,
  readerFeature,
  gradingFeature,
  suggestFeature,
  codebookFeature,
  compareFeature,
  chronologyFeature,
  ledgerFeature,
  peopleFeature,
  briefFeature,
  evidenceFeature,
  versionsFeature,
  commentsFeature,
  originsFeature,
  lintFeature,
  matrixFeature,
  hypothesesFeature,
  sourcingFeature,
  impactFeature,
  withholdFeature,
  mergeFeature,
  handoverFeature,
  backupsFeature,
  encryptionFeature,
  verifyFeature,
  exportFeature,
  preferencesFeature,
  frameFeature
] as const
