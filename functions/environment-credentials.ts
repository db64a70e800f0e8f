import { fromEnv } from '@aws-sdk/credential-provider-env'

/** Stands for the SDK's long chain in the bundles: a Lambda function finds its credentials in its environment. */
export const defaultProvider = () => fromEnv()
