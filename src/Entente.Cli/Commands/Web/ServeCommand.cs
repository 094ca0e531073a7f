using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Web.Hosting;
using Entente.Web.Security;

namespace Entente.Cli.Commands.Web;

/// <summary>`serve`: the page, on this machine unless it is shared.</summary>
internal static class ServeCommand
{
    private const string Name = "serve";
    private const string Description = "Open the page: texts, pairs, scenarios, forecasts and the record, in a browser on this machine.";

    /// <summary>The name alone, for the list of commands.</summary>
    public static Command Named() => new(Name, Description);

    public static Command Create(CommandContext context, Func<Surroundings, Engine> compose)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files and folders to put on the shelf.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var port = new Option<int>("--port")
        {
            Description = $"The port (default: {ServeOptions.UsualPort}; 0: any that is free).",
            DefaultValueFactory = _ => ServeOptions.UsualPort,
            HelpName = "P",
        };
        var open = new Option<bool>("--open") { Description = "Open it in the browser." };
        var share = new Option<bool>("--share")
        {
            Description = "Let others in who have the token that is printed; needs --certificate or --behind-proxy.",
        };
        var certificate = new Option<string?>("--certificate")
        {
            Description = "With --share: the certificate for TLS (.pfx, or .pem with --key).",
            HelpName = "FILE",
        };
        var key = new Option<string?>("--key") { Description = "The certificate's private key (.pem).", HelpName = "FILE" };
        var proxy = new Option<string?>("--behind-proxy")
        {
            Description = "With --share: the address under which a reverse proxy on this machine, which has TLS, is reached.",
            HelpName = "https://NAME",
        };
        var command = new Command(Name, Description) { paths, port, open, share, certificate, key, proxy };
        command.SetAction(parsed =>
        {
            var number = parsed.GetValue(port);
            if (number is < 0 or > 65535)
                throw Wrong("--port", number.ToString(CultureInfo.InvariantCulture), "0 to 65535");
            var options = new ServeOptions
            {
                Port = number,
                Rehearses = true,
                Paths = [.. (parsed.GetValue(paths) ?? []).Select(Existing)],
                Sharing = SharingOptions.Of(
                    parsed.GetValue(share),
                    parsed.GetValue(certificate),
                    parsed.GetValue(key),
                    parsed.GetValue(proxy)
                ),
            };
            return Run(context, options, compose, parsed.GetValue(open)).GetAwaiter().GetResult();
        });
        return command;
    }

    private static async Task<int> Run(CommandContext context, ServeOptions options, Func<Surroundings, Engine> compose, bool open)
    {
        await using var server = await EntenteServer.Start(options, context.Surroundings, compose, context.Cancellation);
        var address = options.Sharing is { } sharing
            ? $"{sharing.BehindProxy?.AbsoluteUri ?? server.Address.AbsoluteUri}?token={sharing.Token}"
            : server.Address.AbsoluteUri;
        Say(context, address);
        if (open)
            Open(context, address);
        try
        {
            await server.Ended(context.Cancellation);
        }
        catch (OperationCanceledException)
        {
            // Stopping it is how it is meant to end.
        }
        return ExitStatus.Done;
    }

    private static void Say(CommandContext context, string address)
    {
        using var target = OutputTarget.Open(null, context.Surroundings);
        target.Writer.WriteLine(address);
        target.Complete();
        context.Surroundings.Error.WriteLine("entente: serving; Ctrl+C ends it");
    }

    private static void Open(CommandContext context, string address)
    {
        try
        {
            using var _ = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or PlatformNotSupportedException)
        {
            context.Surroundings.Error.WriteLine($"entente: no browser could be started; open {address}");
        }
    }

    private static string Existing(string path) =>
        File.Exists(path) || Directory.Exists(path)
            ? Path.GetFullPath(path)
            : throw Wrong(path, "nothing there", "a file or a folder to put on the shelf");

    private static WrongUseException Wrong(string where, string found, string expected) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
            }
        );
}
