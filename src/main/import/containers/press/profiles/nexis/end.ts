/** The line behind each document, in the languages of the interface. */
export const END =
  /^(?:end of document|ende des dokument(?:e?s)|dokumentende|fin (?:du|de) document|fin del? documento|fine (?:del )?documento|fim do documento|eind(?:e)? (?:van (?:het )?)?document)$/iu

/** What is said of a document whose head isn't known. */
export const UNREAD =
  'Dossier could not read the head of this document. Headline, publication and date stand in its text: fill them in by hand.'
