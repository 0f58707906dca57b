@echo off
rem Starts dudao: finds a Java of at least 17 and starts the program with what makes Java start fast.
rem
rem   JAVA_HOME    the Java to use; without it the one on the PATH
rem   JAVA_OPTS, DUDAO_OPTS
rem                options for Java; they come after those given here, so they win
rem   DUDAO_CACHE  the folder for start archives
rem
rem A start archive holds the classes of the program as this very Java keeps them in memory. From 19 on Java makes it by
rem itself at the end of the first run; without one, or with one that does not fit, the start is slower and nothing else.
setlocal EnableExtensions DisableDelayedExpansion
for %%i in ("%~dp0..") do set "home=%%~fi"

if not defined JAVA_HOME goto path
set "java=%JAVA_HOME:"=%\bin\java.exe"
goto found
:path
for %%i in (java.exe) do set "java=%%~$PATH:i"
:found
if not defined java goto refuse
if not exist "%java%" goto refuse

rem The file beside each Java tells its version, which costs no start of Java.
set "version="
set "flags="
set "archive="
for %%i in ("%java%\..\..\release") do set "release=%%~fi"
if exist "%release%" for /f "usebackq tokens=1,2 delims==" %%i in ("%release%") do if "%%i"=="JAVA_VERSION" set "version=%%~j"
set "major=0"
for /f "tokens=1 delims=.-+" %%i in ("%version%") do set "major=%%i"
if not defined version goto start
if %major% lss 17 goto refuse

rem What runs for less than a second does not live to see the second compiler's work; what runs on still gets it.
set "flags=-Xlog:disable -XX:+DisplayVMOutputToStderr -XX:Tier4InvocationThreshold=50000"
set "flags=%flags% -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
if %major% lss 19 goto start
if not defined DUDAO_CACHE if defined LOCALAPPDATA set "DUDAO_CACHE=%LOCALAPPDATA%\dudao"
if not defined DUDAO_CACHE goto start
if not exist "%DUDAO_CACHE%\" mkdir "%DUDAO_CACHE%" 2>nul
rem Java would not start at all with an archive that it cannot write.
(echo.>"%DUDAO_CACHE%\writable") 2>nul || goto start
set "archive=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%DUDAO_CACHE%\start-%version%.jsa""

:start
rem Reports are UTF-8; the console shows them so.
for /f "tokens=2 delims=:." %%i in ('chcp') do set "page=%%i"
chcp 65001 >nul 2>nul
"%java%" %flags% %archive% %JAVA_OPTS% %DUDAO_OPTS% -jar "%home%\lib\dudao.jar" %*
set "code=%errorlevel%"
if defined page chcp %page% >nul 2>nul
exit /b %code%

:refuse
chcp 65001 >nul 2>nul
type "%home%\lib\java-needed.txt" >&2
if defined version echo   %java%: %version%>&2
exit /b 3
