import { spawnSync } from 'node:child_process'

const JARS = 'preflight pdfbox2 fontbox2 xmpbox commons-logging javax.activation jaxb-api'
const PACKAGES = 'apt-get install default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java'

/**
 * What PDF/A-1 (ISO 19005-1) forbids or asks for and PDF/A-3 (ISO 19005-3) doesn't: Preflight knows the former only.
 * Attachments (6.8), a CIDSet (optional in 6.2.11.4.2), the number of the part itself, transparency (6.2.10)
 * and how long an array may be (6.1.13).
 */
const OF_THE_FIRST_PART = [
  /^1\.0\.2 : .*Array too long/,
  /^1\.2\.9 : .*EmbeddedFile entry/,
  /^1\.4\.7 : .*EmbeddedFile entry/,
  /^3\.1\.11 : .*CIDSet entry is missing/,
  /^7\.11\.2 : .*part must be 1/,
  /^2\.1\.[1-9]\d* : .*(?:soft mask|SMask|transparency)/i
]

/**
 * The errors that PDFBox Preflight, a validator of PDF/A-1b, finds in a file, but those that are none in PDF/A-3. A missing
 * Preflight fails the test with the packages to install.
 */
export function preflightErrors(path: string): string[] {
  const jars = JARS.split(' ').map((jar) => `/usr/share/java/${jar}.jar`)
  const args = ['-Djava.awt.headless=true', '-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', path]
  const { stdout, stderr, status, error } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (error || stderr.includes('ClassNotFoundException') || stderr.includes('Could not find or load main class')) {
    throw new Error(`The test needs PDFBox Preflight: ${PACKAGES}\n${stderr}`, { cause: error })
  }
  const errors = stdout.split('\n').filter((line) => /^\d+(?:\.\d+)* : /.test(line))
  const judged = errors.length > 0 || stdout.includes('is a valid PDF/A-1b file')
  if (!judged) throw new Error(`Preflight ended with ${status} and said: ${stdout}${stderr}`)
  return errors.filter((line) => !OF_THE_FIRST_PART.some((allowed) => allowed.test(line)))
}
