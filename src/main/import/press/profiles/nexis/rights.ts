/** A notice of rights, in the languages of the interface and of the papers. */
export const RIGHTS =
  /^(?:copyright\b|copy \d{4}|©|\(c\)\s|copr\.|droits d’auteur|rights reserved\W*$|derechos de autor)|(?:all rights? reserved|alle rechte vorbehalten|tous droits r[ée]serv[ée]s|(?:todos los|todos os) (?:derechos|direitos) reservados|tutti i diritti riservati|alle rechten voorbehouden)\W*$/iu
