import { LinkDialog, BriefFieldsDialog, MarkdownReport, NewBriefDialog } from '../brief/dialogs.tsx'
import { FigureDialog } from '../brief/figure-dialog.tsx'
import { CompareDialog } from '../compare/compare-dialog.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { ImportReportDialog } from '../import/import-report.tsx'
import { MetadataDialog } from '../import/metadata-dialog.tsx'
import { PasteDialog } from '../import/paste-dialog.tsx'
import { BackupsDialog } from '../keeping/backups-dialog.tsx'
import { DamagedDialog } from '../keeping/damaged-dialog.tsx'
import { DecryptDialog, EncryptDialog, PassphraseDialog } from '../keeping/encrypt-dialogs.tsx'
import { HandOverDialog } from '../keeping/hand-over-dialog.tsx'
import { MergeDialog } from '../keeping/merge-dialog.tsx'
import { UnlockDialog } from '../keeping/unlock-dialog.tsx'
import { ConfirmSourcesDialog, EditSourcesDialog } from '../library/bulk-dialogs.tsx'
import { QuoteDialog } from '../library/quote-dialog.tsx'
import { KeysDialog } from '../preferences/keys-dialog.tsx'
import { PreferencesDialog } from '../preferences/preferences-dialog.tsx'
import { CaseDialog, NewCaseDialog } from '../start/case-dialogs.tsx'
import { closeDialog, useDialog } from '../state/dialogs.ts'
import { flushBrief } from '../state/brief.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { VerifyPdfDialog } from '../verify/verify-pdf-dialog.tsx'
import { WithheldDialog } from '../withhold/withheld-dialog.tsx'
import { WithholdDialog } from '../withhold/withhold-dialog.tsx'
import { Palette } from './palette.tsx'
import { ShortcutsDialog } from './shortcuts.tsx'

/** The dialog that is open. */
export function Dialogs() {
  const dialog = useDialog((state) => state.dialog)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'new-case':
      return <NewCaseDialog />
    case 'case':
      return <CaseDialog />
    case 'palette':
      return <Palette />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'preferences':
      return <PreferencesDialog />
    case 'keys':
      return <KeysDialog />
    case 'paste':
      return <PasteDialog {...dialog} />
    case 'import-report':
      return <ImportReportDialog report={dialog.report} />
    case 'metadata':
      return <MetadataDialog ids={dialog.ids} />
    case 'compare':
      return <CompareDialog a={dialog.a} b={dialog.b} relation={dialog.relation} />
    case 'edit-sources':
      return <EditSourcesDialog ids={dialog.ids} />
    case 'confirm-sources':
      return <ConfirmSourcesDialog ids={dialog.ids} />
    case 'quote':
      return <QuoteDialog id={dialog.id} />
    case 'new-brief':
      return <NewBriefDialog />
    case 'brief-fields':
      return <BriefFieldsDialog />
    case 'figure':
      return <FigureDialog id={dialog.id} />
    case 'link':
      return <LinkDialog />
    case 'markdown-report':
      return <MarkdownReport title={dialog.title} unresolved={dialog.unresolved} />
    case 'export':
      return <ExportDialog />
    case 'withhold':
      return <WithholdDialog subject={dialog.subject} />
    case 'withheld':
      return <WithheldDialog fromExport={dialog.fromExport} />
    case 'verify-pdf':
      return <VerifyPdfDialog key={dialog.file?.place} file={dialog.file} />
    case 'unsaved':
      return <UnsavedDialog act={dialog.act} proceed={dialog.proceed} />
    case 'unlock':
      return <UnlockDialog asking={dialog.asking} />
    case 'encrypt':
      return <EncryptDialog />
    case 'passphrase':
      return <PassphraseDialog />
    case 'decrypt':
      return <DecryptDialog />
    case 'backups':
      return <BackupsDialog of={dialog.of} />
    case 'damaged':
      return <DamagedDialog folder={dialog.folder} failure={dialog.failure} />
    case 'merge':
      return <MergeDialog copy={dialog.copy} />
    case 'hand-over':
      return <HandOverDialog />
  }
}

function UnsavedDialog({ act, proceed }: { act: 'Close' | 'Lock'; proceed: () => void }) {
  return (
    <Dialog
      title="The last changes aren’t saved"
      onClose={closeDialog}
      actions={
        <>
          <Button look="danger" onPress={proceed}>
            {act} and lose them
          </Button>
          <Button look="outline" onPress={closeDialog}>
            Stay
          </Button>
          <Button
            look="primary"
            autoFocus
            onPress={() => {
              void flushBrief().then((saved) => {
                if (saved) proceed()
              })
            }}
          >
            Try again
          </Button>
        </>
      }
    >
      <p>
        The brief could not be written to disk. Its text is still in this window
        {act === 'Lock' && ', so the case isn’t locked'}. You can stay, copy it elsewhere, or try again.
      </p>
    </Dialog>
  )
}
