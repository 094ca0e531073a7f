using System.Runtime.InteropServices;
using Entente.Application.Composition;
using Entente.Cli;

using var cancellation = new CancellationTokenSource();

// The first signal asks the run to stop where nothing is left half-written; a second one ends the process the system's way.
void Stop(PosixSignalContext context)
{
    if (cancellation.IsCancellationRequested)
        return;
    context.Cancel = true;
    cancellation.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return CommandLine.Run(args, Surroundings.OfProcess(), Composer.Compose, cancellation.Token);
