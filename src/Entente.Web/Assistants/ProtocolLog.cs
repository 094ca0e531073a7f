using Microsoft.Extensions.Logging;
using ModelContextProtocol;

namespace Entente.Web.Assistants;

/// <summary>What the protocol's library has to say goes to standard error, a line each: standard output carries the protocol and nothing else.</summary>
internal sealed class ProtocolLog(TextWriter error, Func<string, string?> environment) : ILoggerFactory, ILogger
{
    private readonly Lock gate = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    // Warnings of the library are about single messages of the client, who is answered with an error and needs no second word.
    public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Error or LogLevel.Critical;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        // An error of the protocol is the client's answer already.
        if (!IsEnabled(logLevel) || exception is McpException or OperationCanceledException)
            return;
        var because = exception is null ? "" : $": {exception.GetType().Name}: {exception.Message}";
        Say(formatter(state, exception) + because);
    }

    public void Defect(string what, Exception e)
    {
        Say($"this is a defect of Entente: {what}: {e.GetType().Name}: {e.Message} (ENTENTE_DEBUG=1 shows more)");
        if (environment("ENTENTE_DEBUG") == "1")
            lock (gate)
                error.WriteLine(e);
    }

    /// <summary>One line, whatever is in it.</summary>
    public void Say(string line)
    {
        lock (gate)
            error.WriteLine(InputProblem.OneLine($"entente mcp: {line}"));
    }

    public void Dispose() { }
}
