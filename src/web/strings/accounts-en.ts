/** Signing in, joining, the first start and one's own account. */
export const accountsEn = {
  signIn: {
    title: 'Sign in',
    intro: 'Check school photos before anybody publishes them.',
    ended:
      'You were signed out, because nothing was done for a while or your session ended. Sign in to carry on where you were.',
    email: 'E-mail address',
    password: 'Password',
    code: 'Six-digit code',
    codeHelp: 'From your authenticator app, or one of your recovery codes.',
    submit: 'Sign in',
    or: 'or',
    with: (provider: string) => `Sign in with ${provider}`,
    forgotten: 'Password forgotten? An administrator can make you a link to choose a new one.',
    notSetUp: 'This school is not set up yet. Open the one-time link that Photoward printed when it was started.',
    problems: {
      'sign-in-failed':
        'Nobody here uses that account, or it took too long. Try again, or ask an administrator for an invitation.',
      'account-held': 'Photoward was restored from a backup. An administrator must let you in again, under “People”.',
      'link-invalid': 'This link was used already, has expired or is incomplete. Ask for a new one.',
      conflict: 'That account belongs to somebody else here, or the e-mail address is taken. Ask an administrator.',
      'provider-failed': 'Signing in with the other service did not work. Try again, or use your password.',
    } as Readonly<Record<string, string>>,
  },
  setUp: {
    title: 'Set up your school',
    intro:
      'You opened the one-time link. Name the school and make your own account; you will be its first administrator.',
    schoolName: 'Name of the school',
    yourName: 'Your name',
    newPassword: 'Choose a password',
    passwordHelp: 'At least 12 characters. Three or four words that do not belong together are easy to remember.',
    submit: 'Set up the school',
    noToken: 'This page needs the one-time link that Photoward printed when it was started. Open that link.',
    done: 'This school is set up already.',
    goSignIn: 'Go to sign in',
  },
  join: {
    title: (school: string) => `Join ${school}`,
    resetTitle: 'Choose a new password',
    intro: (name: string, email: string) => `${name}, this makes your account for ${email}.`,
    resetIntro: (name: string) => `${name}, choose a new password. Your second factor is turned off with it.`,
    submit: 'Continue',
    noToken: 'This page needs the whole link that you were given.',
  },
};
