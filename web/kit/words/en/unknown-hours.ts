export const unknownHours = 'counter hours not known yet'
