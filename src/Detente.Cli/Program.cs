using System.Runtime.InteropServices;
using System.Text;
using Detente.Cli;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 16);
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
using var stop = new CancellationTokenSource();

// The first signal lets the command clean up; a second one ends the process as the system would have.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var surroundings = new Surroundings(output, error)
{
    Variable = Environment.GetEnvironmentVariable,
    IsWatched = !Console.IsErrorRedirected,
};
return Application.Run(args, surroundings, stop.Token);
