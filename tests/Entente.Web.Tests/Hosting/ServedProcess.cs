using System.Diagnostics;

namespace Entente.Web.Tests.Hosting;

/// <summary>`entente serve` as a process of its own, as a user starts it.</summary>
internal sealed class ServedProcess : IDisposable
{
    private readonly Process process;

    private ServedProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>The program as it was built, in its own folder: beside the tests it would find their libraries, not its own.</summary>
    private static string Program { get; } =
        Path.Combine([
            Clone.Root,
            "src",
            "Entente.Cli",
            "bin",
            .. AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..],
            "Entente.Cli.dll",
        ]);

    /// <summary>What it printed as its first line.</summary>
    public Uri Address { get; }

    /// <param name="folder">The working folder, with a home in it.</param>
    /// <param name="variables">Variables of the environment beside the ones that a test needs.</param>
    /// <param name="args">What follows `serve`.</param>
    public static async Task<ServedProcess> Start(string folder, IReadOnlyDictionary<string, string> variables, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var arg in new[] { Program, "serve", "--port", "0" }.Concat(args))
            start.ArgumentList.Add(arg);
        start.Environment["ENTENTE_DATA"] = Clone.Root;
        start.Environment["ENTENTE_HOME"] = Path.Combine(folder, "home");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        if (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            return new(process, new Uri(line));
        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(patience.Token));
    }

    /// <summary>Ends it as Ctrl+C does, and gives its exit status and what it said to standard error.</summary>
    public async Task<(int Status, string Error)> Interrupt()
    {
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var error = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
