export const unknownHours = 'horaires du guichet pas encore connus'
