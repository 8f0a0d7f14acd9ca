/** The words of the page in English. The other languages have the same. */
export const en = {
  name: 'English',
  title: 'Check a briefing',
  lead: 'Drop a PDF that was made with Dossier. This page checks that its quotations are the words of the texts it carries, and that nothing in it was changed since. You need not have Dossier, or know it.',
  offline: 'Nothing leaves this computer: the page reads the files here, and its own rules forbid it every connection.',
  language: 'Language',
  drop: 'Drop files here',
  choose: 'Choose files…',
  dropHint:
    'PDFs; a signature (.minisig) or a time stamp (.tsr, .ots) together with its PDF; a hand-over bundle or the folder of a case as a zip. Several at once are fine.',
  keyTitle: 'I have the signer’s public key',
  key: 'Public key of minisign',
  keyHint:
    'A line that begins with RW, which you got from the signer over a way that you trust. It is used for the signatures that you drop together with their PDFs.',
  keyBad: 'This isn’t a public key of minisign. It is one line of 56 letters and digits that begins with RW.',
  keyGood: (id: string) => `Key ${id}.`,
  results: 'What was checked',
  checking: 'Checking…',
  stop: 'Stop',
  remove: (file: string) => `Remove ${file} from the page`,
  removeShort: 'Remove',
  stopped: 'Stopped. Nothing was found out about this file. Drop it again to check it.',
  crashed:
    'The check ended by itself: the file may be damaged, too large for this browser, or made to do harm. Don’t rely on it. Check it with “dossier verify”, or ask for it again.',
  notChecked: 'Can’t be checked',
  good: 'Verified',
  bad: 'Not verified',
  goodPlain:
    'Every quotation that could be looked up stands in the carried texts as it is printed, and the PDF is as it was when it was made.',
  badPlain: 'Don’t rely on this PDF as it is. Ask whoever sent it for the PDF as it was exported.',
  besidePlain:
    'The PDF agrees with itself, but not with what was dropped beside it. Ask whoever sent them for both again; if only what is beside it can’t be read, the PDF can be checked alone.',
  lessPlain: 'It was made by an older program, so that less of it can be checked. See below.',
  storedPlain: 'Don’t rely on it as it is. Ask whoever sent it to send it again, as a whole.',
  failedPlain: 'Nothing about this file could be shown to be right. Don’t rely on it.',
  otherPlain: 'That says nothing good or bad about what is in it.',
  shows: 'What this shows',
  cannot: 'What it can’t show',
  problems: 'What is wrong',
  fingerprint: 'Fingerprint',
  fingerprintHint:
    'The same for every true copy of this PDF, and another as soon as a word differs. Ask its author for it by another way, by phone for instance, and type what you are told.',
  told: 'Fingerprint that you were told',
  toldSame: 'It is the same: this is the PDF that its author speaks of, as far as the check above says “Verified”.',
  toldSameBad:
    'It is the fingerprint of the PDF that its author speaks of, but this file didn’t pass the check above. Read there why, and ask its author.',
  toldFile:
    'That is the SHA-256 of this file, which stands below, and not the fingerprint. Told by its author, it means this very file.',
  toldPart: (n: number) => `The ${n} characters so far are the same. Ask for all 64.`,
  toldOther: (n: number) => `It is another one: character ${n} differs. This isn’t the PDF that its author speaks of.`,
  toldBad: 'A fingerprint has only the digits 0 to 9 and the letters a to f.',
  fileHash: 'SHA-256 of the file',
  signature: 'Signature',
  noSignature: 'No signature was dropped with this PDF. That is no fault: few are signed.',
  times: 'Time stamps',
  embeddedStates: {
    valid: 'Signed within the PDF.',
    wrong: 'The signature within the PDF doesn’t hold.',
    unchecked: 'Signed within the PDF, not checked.'
  },
  certificateHash: 'SHA-256 of the certificate',
  signatureStates: {
    valid: 'Signed.',
    wrong: 'The signature doesn’t fit.',
    'unknown-key': 'Signed with an unknown key.',
    unreadable: 'The signature can’t be read.'
  },
  quotes: 'Quotations',
  states: { verbatim: 'Verbatim', normalised: 'Normalised', altered: 'Altered', missing: 'Missing' },
  stateMeanings: {
    verbatim: 'to the letter',
    normalised: 'but for spaces, quotation marks and the like',
    altered: 'other words stand there',
    missing: 'not found'
  },
  unchecked: 'not looked up',
  page: (n: number) => `page ${n}`,
  noPage: 'on no page',
  inText: (n: number) => `Show in its text: quotation ${n}`,
  inTextShort: 'Show in its text',
  statements: 'Statements that differ',
  shownInstead: 'Shown instead:',
  notShown: 'Isn’t shown as the proof has it.',
  pages: 'Pages that differ',
  texts: 'The texts that the PDF carries',
  textsHint:
    'As they were when the PDF was made, with its quotations marked. That they are what was published is for you to compare.',
  source: (n: number) => `Source ${n}`,
  withheld: 'Its text isn’t passed on.',
  originalHash: 'SHA-256 of the original',
  moreQuotes: (n: number) => `Show ${n} more`,
  about: 'What this page is',
  aboutText:
    'It is made of the same code as the program’s own check. It can’t know whether this page itself was exchanged: compare its SHA-256 with the one that “dossier verifier” prints for this version, or that the sender tells you by another way.',
  version: (version: string) => `Dossier ${version}`,
  orphan: (file: string) => `“${file}” belongs to a file that wasn’t dropped with it. Drop both together.`,
  unknown: (file: string) => `“${file}” is neither a PDF nor a zip.`,
  unread: (file: string) => `“${file}” could not be read: it is a folder, or a file that this browser can’t open.`,
  case: 'Case',
  caseSources: 'Sources that differ',
  caseOriginal: 'original',
  caseText: 'text',
  storedStates: { intact: 'intact', altered: 'altered', missing: 'missing' },
  caseCounts: (sources: number, quotes: number, entries: number) =>
    `Sources: ${sources}; quotations: ${quotes}; entries in its logs: ${entries}.`,
  bundle: 'Bundle',
  bundleGood: 'Every file is as the bundle’s manifest has it.',
  bundleBad: 'Not every file is as the bundle’s manifest has it.',
  bundleOther: 'It is a BagIt bag, but not a bundle of Dossier’s.',
  bundleCounts: (files: number, bytes: number) => `${files} files with ${bytes} bytes`,
  bundleCannot:
    'Whoever can rewrite a file can rewrite the manifest. Compare the SHA-256 with the one that the sender tells you by another way.',
  notes: 'Worth knowing'
}

/** What every language has. */
export type Words = typeof en
