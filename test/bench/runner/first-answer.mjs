// JavaScript, so that type stripping adds nothing to the measure.
const [file, event] = process.argv.slice(2)
const { handler } = await import(file)
const context = { awsRequestId: 'first', functionName: 'bench', getRemainingTimeInMillis: () => 10_000 }
const { statusCode } = await handler(JSON.parse(event), context)
process.stdout.write(`answered ${statusCode}\n`, () => process.exit(0))
