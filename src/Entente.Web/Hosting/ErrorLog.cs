using Microsoft.Extensions.Logging;

namespace Entente.Web.Hosting;

/// <summary>What the server has to say while it runs: one line each, to standard error, for standard output is for results.</summary>
internal sealed class ErrorLog(TextWriter error) : ILoggerProvider
{
    private readonly Lock gate = new();

    public ILogger CreateLogger(string categoryName) => new Lines(this);

    public void Dispose() { }

    private void Write(string line)
    {
        lock (gate)
            error.WriteLine(line);
    }

    private sealed class Lines(ErrorLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                log.Write("entente: " + InputProblem.OneLine(formatter(state, exception)));
        }
    }
}
